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
    public void Units_that_come_one_after_the_other_do_not_overlap() =>
        Assert.False(PlanRun.Overlap(PlanRun.Of(Plans.Of(1 / 30.0, 3, 1, 2, 7, 5))));
}
