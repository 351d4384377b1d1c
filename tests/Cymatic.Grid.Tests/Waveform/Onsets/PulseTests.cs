namespace Cymatic.Grid.Tests;

public sealed class PulseTests
{
    [Theory]
    [InlineData(0.25, 0.07)]
    [InlineData(0.1364, 0.02)]
    [InlineData(0.5, 0.31)]
    public void A_jittered_pulse_has_its_period_and_phase(double period, double phase)
    {
        var random = new Random(1);
        double Played(int k) => phase + k * period + 0.006 * (random.NextDouble() - 0.5);
        double[] times = [.. Enumerable.Range(0, 60).Where(k => k % 7 != 3).Select(Played)];
        Pulse pulse = Pulse.Find(times, [.. times.Select(_ => 1.0)]);
        Assert.Equal(period, pulse.Period, 0.003 * period);
        Assert.True(pulse.Strength > 0.95);
        Assert.InRange(times.Average(pulse.Agreement), 0.95, 1);
        Assert.InRange(pulse.Agreement(times[^1] + pulse.Period / 2), -1, -0.8);
    }

    [Fact]
    public void Random_times_have_no_pulse()
    {
        var random = new Random(2);
        double[] times = [.. Enumerable.Range(0, 200).Select(_ => 60 * random.NextDouble()).Order()];
        Assert.InRange(Pulse.Find(times, [.. times.Select(_ => 1.0)]).Strength, 0, 0.35);
    }

    [Fact]
    public void Times_without_weight_do_not_count()
    {
        var random = new Random(3);
        double[] grid = [.. Enumerable.Range(0, 40).Select(k => 0.1 + 0.3 * k)];
        double[] noise = [.. Enumerable.Range(0, 40).Select(_ => 12 * random.NextDouble())];
        double[] times = [.. grid.Concat(noise).Order()];
        Assert.Equal(0.3, Pulse.Find(times, [.. times.Select(t => grid.Contains(t) ? 1.0 : 0)]).Period, 0.002);
    }

    [Fact]
    public void A_few_times_between_do_not_halve_the_pulse()
    {
        double[] between = [1.05, 4.35, 9.15];
        double[] times = [.. Enumerable.Range(0, 45).Select(k => 0.3 * k).Concat(between).Order()];
        Assert.Equal(0.3, Pulse.Find(times, [.. times.Select(_ => 1.0)]).Period, 0.002);
    }

    [Fact]
    public void No_times_have_no_pulse() => Assert.Equal(0, Pulse.Find([], []).Strength);
}
