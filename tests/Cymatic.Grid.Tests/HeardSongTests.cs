using Cymatic.Signal;

namespace Cymatic.Grid.Tests;

public sealed class HeardSongTests
{
    private static readonly float[] Noise = Synthetic.Noise(1, 20_000), Other = Synthetic.Noise(2, 20_000);

    [Fact]
    public void A_song_without_offset_and_with_channels_in_phase_stays_itself()
    {
        var song = new Sound([Noise, Other], Synthetic.Rate);
        Assert.Same(song, HeardSong.Of(song).Sound);
    }

    [Fact]
    public void An_offset_is_taken_away()
    {
        float[] heard = HeardSong.Of(new Sound([.. Noise.Select(x => x + 0.25f)], Synthetic.Rate)).Sound[0].ToArray();
        Assert.Equal(0, heard.Average(), 1e-4);
    }

    [Fact]
    public void A_short_sound_that_pushes_one_way_has_no_offset()
    {
        var song = new Sound([.. Noise.Select((x, n) => n < 500 ? Math.Abs(x) : 0)], Synthetic.Rate);
        Assert.Same(song, HeardSong.Of(song).Sound);
    }

    [Fact]
    public void A_channel_in_opposite_phase_is_turned_round()
    {
        Sound heard = HeardSong.Of(new Sound([Noise, [.. Noise.Select(x => -0.5f * x)]], Synthetic.Rate)).Sound;
        Assert.Equal(Noise, heard[0].ToArray());
        Assert.Equal([.. Noise.Select(x => 0.5f * x)], heard[1].ToArray());
    }

    [Fact]
    public void A_part_is_given_back_with_the_phases_that_it_had()
    {
        var song = new Sound([Noise, [.. Noise.Select(x => -x)]], Synthetic.Rate);
        HeardSong heard = HeardSong.Of(song);
        Assert.Equal(song[1].ToArray(), heard.AsRecorded(heard.Sound)![1].ToArray());
    }

    [Fact]
    public void A_song_whose_right_channel_is_the_left_one_upside_down_has_the_same_grid()
    {
        float[][] bursts = [.. Enumerable.Range(0, 3).Select(k => Synthetic.Burst(k, 0.3))];
        float[] left = Synthetic.Song(8, Enumerable.Range(0, 18).Select(k => (bursts[k * 7 % 3], 0.2 + 0.4 * k, 1f)));
        SoundGrid alone = GridAnalysis.Analyse(new Sound(left, Synthetic.Rate), new GridOptions());
        SoundGrid both = GridAnalysis.Analyse(new Sound([left, [.. left.Select(x => -x)]], Synthetic.Rate), new GridOptions());
        Assert.Equal(alone.Events.Select(e => (e.Onset, e.Row)), both.Events.Select(e => (e.Onset, e.Row)));
    }
}
