namespace Cymatic.Grid.Tests;

public sealed class HeardBlockTests
{
    private const int Rate = 1000;

    [Fact]
    public void A_sound_that_was_split_is_put_together_again()
    {
        WaveformEvent whole = Assert.Single(HeardBlock.Whole([new(100, 3, 40), new(140, 3, 200)], Rate));
        Assert.Equal(new WaveformEvent(100, 3, 240), whole);
    }

    [Fact]
    public void Two_sounds_in_a_short_time_stay_two() =>
        Assert.Equal(2, HeardBlock.Whole([new(100, 3, 40), new(140, 4, 200)], Rate).Count);

    [Fact]
    public void A_sound_that_comes_again_later_stays_two_blocks() =>
        Assert.Equal(2, HeardBlock.Whole([new(100, 3, 40), new(190, 3, 200)], Rate).Count);
}
