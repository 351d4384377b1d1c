namespace Cymatic.Grid.Tests;

public sealed class ChanceDoublesTests
{
    private const int Rate = 1000;
    private const int Starts = 50;

    [Fact]
    public void Where_hardly_ever_two_sounds_start_together_only_the_stronger_plays()
    {
        List<WaveformEvent> events = Song(doubles: 5);
        List<WaveformEvent> left = ChanceDoubles.Without(events, Rate);
        Assert.Equal(Starts, left.Count);
        Assert.All(left, e => Assert.Equal(0, e.Label));
    }

    [Fact]
    public void Where_sounds_do_start_together_all_of_them_play()
    {
        List<WaveformEvent> events = Song(doubles: 12);
        Assert.Equal(events, ChanceDoubles.Without(events, Rate));
    }

    [Fact]
    public void Sounds_30_ms_apart_are_not_together()
    {
        List<WaveformEvent> events = [new(0, 0, null) { Strength = 1 }, new(30, 1, null)];
        Assert.Equal(events, ChanceDoubles.Without(events, Rate));
    }

    [Fact]
    public void No_events_stay_none() => Assert.Empty(ChanceDoubles.Without([], Rate));

    /// <summary>A sound every second; a weaker one 10 ms before some of its starts.</summary>
    private static List<WaveformEvent> Song(int doubles) =>
    [
        .. Enumerable.Range(0, Starts).Select(k => new WaveformEvent(1000 * k + 10, 0, null) { Strength = 2 }),
        .. Enumerable.Range(0, doubles).Select(k => new WaveformEvent(4000 * k, 1, null) { Strength = 1 }),
    ];
}
