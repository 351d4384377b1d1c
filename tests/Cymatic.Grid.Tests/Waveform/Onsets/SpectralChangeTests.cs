namespace Cymatic.Grid.Tests;

public sealed class SpectralChangeTests
{
    [Fact]
    public void What_falls_is_novel_and_does_not_rise()
    {
        SpectralChange change = SpectralChange.Of([-6.0, -6, -6, -6]);
        Assert.Equal((6.0, 0.0), (change.Novelty, change.Rise));
    }

    [Fact]
    public void The_top_is_the_mean_of_the_six_bands_that_rise_most() =>
        Assert.Equal(3.5, SpectralChange.Of([4.0, -20, 1, 6, 2, -9, 3, 5]).Top, 1e-12);

    [Fact]
    public void No_bands_do_not_change() => Assert.Equal(default, SpectralChange.Of([]));
}
