using Cymatic.Signal;

namespace Cymatic.Grid.Tests;

public sealed class PieceCutsTests
{
    private const int Rate = 1000;

    [Fact]
    public void A_song_is_cut_where_it_is_quietest_near_the_middle()
    {
        float[] samples = Synthetic.Noise(1, 90 * Rate);
        samples.AsSpan(41 * Rate, Rate).Clear();
        samples.AsSpan(70 * Rate, Rate).Clear();
        int[] cuts = PieceCuts.Of(new Sound(samples, Rate), 50);
        Assert.Equal([0, 90 * Rate], [cuts[0], cuts[^1]]);
        Assert.InRange(Assert.Single(cuts[1..^1]), 41 * Rate, 42 * Rate);
    }

    [Fact]
    public void A_song_that_is_no_longer_than_a_piece_is_one() =>
        Assert.Equal([0, 3 * Rate], PieceCuts.Of(new Sound(Synthetic.Noise(1, 3 * Rate), Rate), 3));
}
