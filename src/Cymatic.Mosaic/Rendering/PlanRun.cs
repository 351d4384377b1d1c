namespace Cymatic.Mosaic;

/// <summary>Units that follow each other in their source without a gap: one piece of it, heard and seen without a cut.</summary>
public sealed record PlanRun
{
    // Where the clocks of target and source differ a little, as 30 and 29.97 frames a second, a run would run away.
    private const double MostDrift = 1e-3;
    private const double Gap = 1e-4;

    /// <summary>The source, an index into <see cref="MosaicPlan.Sources"/>.</summary>
    public required int Source { get; init; }

    /// <summary>When the run begins in the target, in seconds.</summary>
    public required double TargetTime { get; init; }

    /// <summary>When it ends in the target, in seconds.</summary>
    public required double TargetEnd { get; init; }

    /// <summary>When it begins in the source, in seconds.</summary>
    public required double SourceTime { get; init; }

    /// <summary>Its units, as indices into <see cref="MosaicPlan.Units"/>; at least one.</summary>
    public required IReadOnlyList<int> Units { get; init; }

    /// <summary>Length in seconds.</summary>
    public double Duration => TargetEnd - TargetTime;

    /// <summary>
    /// The runs of a plan, sorted by the time at which they begin. Units that sound together belong to different runs.
    /// </summary>
    public static IReadOnlyList<PlanRun> Of(MosaicPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        List<List<int>> runs = [], open = [];
        for (int i = 0; i < plan.Units.Count; i++)
        {
            PlanUnit unit = plan.Units[i];
            open.RemoveAll(run => End(plan.Units[run[^1]]) < unit.TargetTime - Gap);
            if (open.Find(run => GoesOn(plan.Units[run[0]], plan.Units[run[^1]], unit)) is { } run)
            {
                run.Add(i);
                continue;
            }

            open.Add([i]);
            runs.Add(open[^1]);
        }

        return [.. runs.Select(run => From(plan, run))];
    }

    /// <summary>Whether units of a plan sound together, or could, so that they are mixed under windows and not joined.</summary>
    public static bool AreMixed(MosaicPlan plan, IReadOnlyList<PlanRun> runs)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(runs);
        return plan.Method == "bee"
            || Enumerable.Range(1, Math.Max(0, runs.Count - 1)).Any(i => runs[i].TargetTime < runs[i - 1].TargetEnd - Gap);
    }

    private static bool GoesOn(PlanUnit first, PlanUnit last, PlanUnit unit) =>
        unit.Follows(last) && Math.Abs(unit.TargetTime - End(last)) < Gap
        && Math.Abs(unit.SourceTime - first.SourceTime - (unit.TargetTime - first.TargetTime)) < MostDrift;

    private static double End(PlanUnit unit) => unit.TargetTime + unit.Duration;

    private static PlanRun From(MosaicPlan plan, List<int> units) => new()
    {
        Source = plan.Units[units[0]].Source,
        TargetTime = plan.Units[units[0]].TargetTime,
        TargetEnd = End(plan.Units[units[^1]]),
        SourceTime = plan.Units[units[0]].SourceTime,
        Units = units,
    };
}
