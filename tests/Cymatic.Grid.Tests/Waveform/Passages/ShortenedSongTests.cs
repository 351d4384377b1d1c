using Cymatic.Signal;

namespace Cymatic.Grid.Tests;

public sealed class ShortenedSongTests
{
    private const int Rate = 1000;

    // Ten seconds, of which the last five are the first five again.
    private static readonly CopiedPassage Half = new(5000, 10000, 5000);
    private static readonly Pulse NoPulse = new(0.5, 0, 0);

    [Fact]
    public void The_middle_of_a_copy_is_cut_out()
    {
        ShortenedSong song = Shortened(Half, NoPulse);
        Assert.True(song.IsShorter);
        Assert.Equal(10000 - 4300, song.Sound.Length);
        Assert.Equal(5100f, song.Sound[0][5100]);
        Assert.Equal(9600f, song.Sound[0][5300]);
    }

    [Fact]
    public void A_cut_is_whole_periods_of_a_pulse_long() =>
        Assert.Equal(10000 - 4200, Shortened(Half, new Pulse(0.7, 0, 0.9)).Sound.Length);

    [Fact]
    public void A_song_of_which_little_is_copied_stays_whole() => Assert.False(Shortened(new(5000, 7000, 5000), NoPulse).IsShorter);

    [Fact]
    public void What_plays_in_the_original_plays_in_the_copy() => Assert.Equal(
        [(1000, 3), (2000, 4), (6000, 3), (7000, 4)],
        Starts(Shortened(Half, NoPulse).Spread([new(1000, 3, null), new(2000, 4, 100)])));

    [Fact]
    public void What_was_found_in_a_copy_itself_is_forgotten() =>
        Assert.Equal([(1000, 3), (6000, 3)], Starts(Shortened(Half, NoPulse).Spread([new(1000, 3, null), new(5100, 9, null)])));

    [Fact]
    public void What_plays_after_a_copy_is_put_back_there() =>
        Assert.Equal([(9100, 1)], Starts(Shortened(new(4000, 9000, 4000), NoPulse).Spread([new(9100 - 4300, 1, null)])));

    [Fact]
    public void A_loop_of_many_turns_is_spread_over_all_of_them() => Assert.Equal(
        [(500, 0), (2500, 0), (4500, 0), (6500, 0), (8500, 0)],
        Starts(Shortened(new(2000, 10000, 2000), NoPulse).Spread([new(500, 0, null)])));

    [Fact]
    public void Times_in_a_cut_are_no_times_of_what_is_left()
    {
        ShortenedSong song = Shortened(new(4000, 9000, 4000), NoPulse);
        Assert.Equal(1, song.Shortened(1));
        Assert.Null(song.Shortened(6));
        Assert.Equal(9.5 - 4.3, song.Shortened(9.5)!.Value, 1e-9);
    }

    private static ShortenedSong Shortened(CopiedPassage passage, Pulse pulse) =>
        new(new Sound([.. Enumerable.Range(0, 10000).Select(n => (float)n)], Rate), [passage], pulse);

    private static IEnumerable<(int, int)> Starts(IEnumerable<WaveformEvent> events) => events.Select(e => (e.Start, e.Label));
}
