using Cymatic.Signal;

namespace Cymatic.Grid.Tests;

public sealed class SongPiecesTests
{
    private const int Rate = 8000;
    private const double Seconds = 300, Distance = 0.75;

    private static readonly Lazy<PiecesResult> s_found = new(() => SongPieces.Find(Song(), new GridOptions(), null, default));

    [Fact]
    public void A_loop_is_heard_under_the_piece_that_has_it()
    {
        var song = new Sound(new float[1000], Rate);
        var loop = new UnrolledLoop(new Sound([.. Enumerable.Repeat(1f, 700)], Rate), [[.. Enumerable.Repeat(1f, 50)]], 50);
        PiecesResult found = s_found.Value with { Loops = [new PieceLoop(loop, 200, 300, 400)] };
        Assert.Equal([.. new float[300], .. Enumerable.Repeat(1f, 400), .. new float[300]], found.BackgroundOf(song)()[0].ToArray());
    }

    [Fact]
    public void Sounds_that_play_in_both_pieces_have_one_label_each() => Assert.Equal(3, s_found.Value.Sounds.Labels.Count);

    [Fact]
    public void Nothing_is_lost_or_found_twice_at_a_cut() =>
        Assert.Equal(Onsets().Select(Round), s_found.Value.Sounds.Blocks.Select(block => Round((double)block.Start / Rate)));

    [Fact]
    public void Every_sound_has_a_fingerprint() =>
        Assert.Equal(s_found.Value.Sounds.Labels.Order(), s_found.Value.Sounds.Fingerprints.Keys.Order());

    private static double Round(double seconds) => Math.Round(seconds / Distance) * Distance;

    private static IEnumerable<double> Onsets() => Enumerable.Range(1, (int)(Seconds / Distance) - 2).Select(k => k * Distance);

    // Three sounds in turn, at ever other gains, so that no passage is a copy of another.
    private static Sound Song()
    {
        var random = new Random(2);
        float[][] waves = [.. Enumerable.Range(0, 3).Select(k => Synthetic.Burst(k, 0.3, Rate))];
        IEnumerable<(float[], double, float)> playings =
            Onsets().Select(at => (waves[random.Next(3)], at, 0.3f + 0.7f * random.NextSingle())).ToList();
        return new Sound(Synthetic.Song(Seconds, playings, Rate), Rate);
    }
}
