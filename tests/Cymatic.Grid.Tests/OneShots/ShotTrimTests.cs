namespace Cymatic.Grid.Tests;

public sealed class ShotTrimTests
{
    private const int Rate = 44100, Onset = 529;

    [Fact]
    public void A_sharp_attack_begins_the_shot_whatever_rang_before_it() =>
        Assert.InRange(Start(n => n < Onset ? 0.02 * Math.Sin(0.3 * n) : Decaying(n - Onset)), Onset - 90, Onset);

    [Fact]
    public void An_attack_after_silence_keeps_a_millisecond_before_it() =>
        Assert.Equal(Onset - 44, Start(n => n < Onset ? 0 : Math.Exp(-(n - Onset) / 4000.0)));

    [Fact]
    public void A_slow_attack_keeps_all_that_may_be_its_own() =>
        Assert.Equal(0, Start(n => Math.Min(1, n / 6000.0) * (0.05 + Math.Sin(0.1 * n))), 50.0);

    [Fact]
    public void A_shot_that_does_not_rise_above_what_rang_before_it_is_kept_whole() =>
        Assert.Equal(0, Start(n => Math.Cos(0.3 * n) * Math.Exp(-n / 8000.0)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(600)]
    public void Silence_of_any_length_is_one_sample(int length) => Assert.Equal((0, 1), ShotTrim.Bounds([new float[length]], Onset, Rate));

    private static double Decaying(int n) => Math.Exp(-n / 4000.0) * Math.Sin(0.05 * n);

    private static int Start(Func<int, double> shot) =>
        ShotTrim.Bounds([[.. Enumerable.Range(0, 12000).Select(n => (float)shot(n))]], Onset, Rate).Start;
}
