namespace Cymatic.Mosaic.Tests;

public sealed class PlanRunTests
{
    [Fact]
    public void Units_that_follow_their_source_are_one_run() =>
        Assert.Equal([3, 1], PlanRun.Of(Plans.Of(0.04, 1, 1.04, 1.08, 5)).Select(run => run.Units.Count));

    [Fact]
    public void A_gap_in_the_target_ends_a_run()
    {
        MosaicPlan plan = Plans.Of(0.04, 1) with { Duration = 1, Units = [Plans.Unit(0, 0.04, 1), Plans.Unit(0.5, 0.04, 1.5)] };
        Assert.Equal(2, PlanRun.Of(plan).Count);
    }

    [Fact]
    public void Clocks_that_differ_never_drift_by_more_than_a_millisecond_within_a_run()
    {
        double[] times = [.. Enumerable.Range(0, 1800).Select(n => n * 1001 / 30000.0)];
        MosaicPlan plan = Plans.Of(1 / 30.0, times);
        Assert.All(PlanRun.Of(plan), run => Assert.All(run.Units, unit => Assert.True(
            Math.Abs(plan.Units[unit].SourceTime - run.SourceTime - (plan.Units[unit].TargetTime - run.TargetTime)) < 1e-3)));
    }

    [Fact]
    public void Units_that_sound_together_are_runs_of_their_own()
    {
        MosaicPlan plan = Plans.Of(1, 0, 1) with
        {
            Units = [Plans.Unit(0, 1, 0), Plans.Unit(0, 1, 20), Plans.Unit(1, 1, 1), Plans.Unit(1, 1, 21)],
        };
        Assert.Equal([(0, 2), (1, 3)], PlanRun.Of(plan).Select(run => (run.Units[0], run.Units[1])));
    }

    [Fact]
    public void Units_that_come_one_after_the_other_are_joined() =>
        Assert.False(PlanRun.AreMixed(Plans.Of(1 / 30.0, 3, 1, 2, 7, 5), PlanRun.Of(Plans.Of(1 / 30.0, 3, 1, 2, 7, 5))));

    [Fact]
    public void A_mixture_is_mixed_even_where_one_unit_sounds_at_a_time() =>
        Assert.True(PlanRun.AreMixed(Plans.Of(1, 3, 1) with { Method = "bee" }, PlanRun.Of(Plans.Of(1, 3, 1))));

    [Fact]
    public void Grains_that_share_half_of_their_length_meet_in_its_middle()
    {
        MosaicPlan plan = Plans.Of(0.1, 0) with { Units = [Plans.Unit(0, 0.1, 1), Plans.Unit(0.05, 0.1, 3)], Duration = 0.15 };
        (MosaicPlan met, double seconds) = GrainOverlap.Trim(plan);
        Assert.Equal(0.05, seconds, 9);
        Assert.Equal(
            [(0, 0.075, 1), (0.075, 0.075, 3.025)],
            met.Units.Select(unit => (Math.Round(unit.TargetTime, 9), Math.Round(unit.Duration, 9), Math.Round(unit.SourceTime, 9))));
    }
}
