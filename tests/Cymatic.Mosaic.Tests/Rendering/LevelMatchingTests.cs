namespace Cymatic.Mosaic.Tests;

public sealed class LevelMatchingTests
{
    [Fact]
    public void Gains_are_the_target_over_the_unit() =>
        Assert.Equal([-3.0, -2, -1], Gains([-20, -18, -16], [-17, -16, -15]));

    [Fact]
    public void Gains_stay_within_the_limit_of_the_median() =>
        Assert.Equal([-12.0, 0, 12], Gains([-60, -20, 0], [-20, -20, -20]));

    [Fact]
    public void A_silent_unit_gets_the_median() =>
        Assert.Equal([2.0, 2, 2], Gains([-20, -20, -20], [-22, double.NegativeInfinity, -22]));

    [Fact]
    public void Where_the_target_is_silent_units_are_as_quiet_as_the_limit_lets_them() =>
        Assert.Equal([0.0, -12, 0], Gains([-20, double.NegativeInfinity, -20], [-20, -20, -20]));

    [Fact]
    public void The_level_of_a_tone_is_that_of_its_root_mean_square()
    {
        var samples = new ArraySamples(48000, Plans.Tone(48000, 1000, 48000));
        Assert.Equal(-3.01, UnitLevels.OfSources(Plans.Of(0.1, 0.2), samples, LevelKind.Rms)[0], 0.01);
    }

    [Theory]
    [InlineData(997, -3.01 + 0.691)] // BS.1770: the weighting and its constant of −0.691 make a tone of 997 Hz read its own level
    [InlineData(40, -3.01 - 5.7)]
    public void Loudness_weighs_tones_as_listeners_do(double hz, double db)
    {
        var samples = new ArraySamples(48000, Plans.Tone(48000, hz, 48000));
        Assert.Equal(db, UnitLevels.OfSources(Plans.Of(0.5, 0.4), samples, LevelKind.Lufs)[0], 0.4);
    }

    private static double[] Gains(double[] target, double[] units) =>
        [.. LevelMatching.Match(Plans.Of(0.04, 1, 3, 2), target, units).Units.Select(unit => unit.GainDb)];
}
