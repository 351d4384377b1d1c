using Cymatic.Signal;

namespace Cymatic.Grid.Tests;

public class OneShotsTests
{
    private const int Rate = 22050;

    [Fact]
    public void Sounds_that_do_not_overlap_are_rebuilt_below_minus_60_dB()
    {
        Planted song = Planted.Alternating(0.5);
        Assert.InRange(OneShots.Extract(song.Sound, song.Grid).ResidualDb, double.NegativeInfinity, -60);
    }

    [Fact]
    public void Sounds_that_overlap_are_rebuilt_below_minus_40_dB()
    {
        Planted song = Planted.Overlapping();
        Assert.InRange(OneShots.Extract(song.Sound, song.Grid).ResidualDb, double.NegativeInfinity, -40);
    }

    [Fact]
    public void Overlapping_sounds_come_out_apart()
    {
        Planted song = Planted.Overlapping();
        OneShotSet set = OneShots.Extract(song.Sound, song.Grid);
        for (int row = 0; row < 2; row++)
            Assert.InRange(Planted.Correlation(song.Shots[row], set.Shots[row].Sound[0]), 0.99, 1.001);
    }

    [Fact]
    public void Gains_are_recovered_within_a_percent()
    {
        Planted song = Planted.Alternating(0.5);
        OneShotSet set = OneShots.Extract(song.Sound, song.Grid);
        foreach (int row in new[] { 0, 1 })
        {
            int[] events = [.. Enumerable.Range(0, song.Gains.Length).Where(e => song.Grid.Events[e].Row == row)];
            float scale = song.Gains[events[0]] / set.Events[events[0]].Gains[0];
            Assert.All(events, e => Assert.Equal(song.Gains[e], set.Events[e].Gains[0] * scale, song.Gains[e] * 0.01f));
        }
    }

    [Fact]
    public void Onsets_that_are_10_ms_off_are_corrected_to_the_sample()
    {
        Planted song = Planted.Alternating(0.5);
        var random = new Random(3);
        SoundGrid shaken = song.Grid with { Events = [.. song.Grid.Events.Select(e => Shift(e, 0.02 * random.NextDouble() - 0.01))] };
        OneShotSet set = OneShots.Extract(song.Sound, shaken);
        int[] distances = [.. set.Events.Where(e => e.Row == 0).Select(e => e.Start - song.Starts[e.Event]).Distinct()];
        Assert.Single(distances);
    }

    [Fact]
    public void The_rebuilt_song_is_what_the_residual_says()
    {
        Planted song = Planted.Overlapping();
        OneShotSet set = OneShots.Extract(song.Sound, song.Grid);
        Sound rebuilt = set.Rebuild();
        double left = 0, whole = 0;
        for (int n = 0; n < song.Sound.Length; n++)
        {
            left += Math.Pow(song.Sound[0][n] - rebuilt[0][n], 2);
            whole += Math.Pow(song.Sound[0][n], 2);
        }

        Assert.Equal(10 * Math.Log10(left / whole), set.ResidualDb, 0.1);
    }

    [Fact]
    public void A_background_is_played_under_the_rebuilt_song()
    {
        Planted song = Planted.Alternating(0.5);
        var hum = new Sound([.. Enumerable.Range(0, song.Sound.Length).Select(n => 0.2f * MathF.Sin(0.01f * n))], Rate);
        float[] mixed = [.. Enumerable.Range(0, hum.Length).Select(n => hum[0][n] + song.Sound[0][n])];
        OneShotSet set = OneShots.Extract(new Sound(mixed, Rate), song.Grid, new OneShotOptions { Background = hum });
        Assert.InRange(set.ForegroundResidualDb, double.NegativeInfinity, -60);
        Assert.True(set.ResidualDb < set.ForegroundResidualDb);
    }

    [Fact]
    public void Silence_has_silent_shots()
    {
        OneShotSet set = OneShots.Extract(new Sound(new float[Rate], Rate), Planted.OneEvent(0.2, 0.4));
        Assert.Equal(0, set.ResidualDb);
        Assert.All(set.Shots[0].Sound[0].ToArray(), sample => Assert.Equal(0, sample));
    }

    [Theory]
    [InlineData(0.0, 0.2)]
    [InlineData(0.9, 1.0)]
    [InlineData(0.95, 3.0)]
    [InlineData(0.0, 5.0)]
    [InlineData(1.0, 1.1)]
    [InlineData(2.0, 1.0)]
    public void One_event_anywhere_never_adds_to_the_residual(double onset, double offset)
    {
        var random = new Random(5);
        var noise = new Sound([.. Enumerable.Range(0, Rate).Select(_ => random.NextSingle() - 0.5f)], Rate);
        OneShotSet set = OneShots.Extract(noise, Planted.OneEvent(onset, offset));
        Assert.InRange(set.ResidualDb, double.NegativeInfinity, 0.001);
        Assert.Equal(Rate, set.Rebuild().Length);
    }

    [Fact]
    public void Blocks_of_unlike_sounds_do_not_diverge()
    {
        var random = new Random(7);
        var noise = new Sound([.. Enumerable.Range(0, 4 * Rate).Select(_ => random.NextSingle() - 0.5f)], Rate);
        GridEvent[] events = [.. Enumerable.Range(0, 40).Select(i => new GridEvent(0.09 * i, 0.09 * i + 0.4, i % 3, -10))];
        OneShotSet set = OneShots.Extract(noise, Planted.GridOf(4, 3, events));
        Assert.All(set.Shots, shot => Assert.False(shot.SameWaveform));
        Assert.InRange(set.ResidualDb, double.NegativeInfinity, 12);
    }

    [Fact]
    public void A_background_of_another_length_is_refused()
    {
        var song = new Sound(new float[100], Rate);
        var options = new OneShotOptions { Background = new Sound(new float[99], Rate) };
        Assert.Throws<ArgumentException>(() => OneShots.Extract(song, Planted.OneEvent(0, 1), options));
    }

    [Fact]
    public void A_cancelled_extraction_ends()
    {
        Planted song = Planted.Overlapping();
        Assert.Throws<OperationCanceledException>(() =>
            OneShots.Extract(song.Sound, song.Grid, cancel: new CancellationToken(canceled: true)));
    }

    private static GridEvent Shift(GridEvent block, double seconds)
    {
        double shift = Math.Max(-block.Onset, seconds);
        return block with { Onset = block.Onset + shift, Offset = block.Offset + shift };
    }
}
