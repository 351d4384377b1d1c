namespace Cymatic.Grid.Tests;

public sealed class PulsePhasesTests
{
    private static readonly Pulse s_pulse = new(0.5, 0.1, 1);

    [Fact]
    public void A_time_on_the_beat_lies_where_the_others_lie() => Assert.True(OnBeat(40).At(0.1 + 0.5 * 7, 0) > 1.5);

    [Fact]
    public void A_time_off_the_beat_lies_where_nothing_lies() => Assert.Equal(-1.5, OnBeat(40).At(0.35, 0));

    [Fact]
    public void Off_the_beat_counts_as_much_where_others_lie_there_too()
    {
        double[] times = [.. Enumerable.Range(0, 80).Select(k => 0.1 + 0.25 * k)];
        var phases = new PulsePhases(s_pulse, times, [.. times.Select(_ => 1.0)]);
        Assert.Equal(phases.At(0.1, 1), phases.At(0.35, 1), 0.02);
    }

    [Fact]
    public void A_time_is_no_evidence_for_itself()
    {
        double[] times = [.. Enumerable.Range(0, 40).Select(k => 0.1 + 0.5 * k), 0.35];
        var phases = new PulsePhases(s_pulse, times, [.. times.Select(_ => 1.0)]);
        Assert.Equal(-1.5, phases.At(0.35, 1));
    }

    [Fact]
    public void Without_other_starts_no_phase_is_better_than_another()
    {
        var phases = new PulsePhases(s_pulse, [0.1], [1.0]);
        Assert.Equal((0.0, 0.0), (Math.Round(phases.At(0.1, 1), 9), Math.Round(phases.At(0.35, 0) - phases.At(0.36, 0), 9)));
    }

    private static PulsePhases OnBeat(int count)
    {
        double[] times = [.. Enumerable.Range(0, count).Select(k => 0.1 + 0.5 * k)];
        return new PulsePhases(s_pulse, times, [.. times.Select(_ => 1.0)]);
    }
}
