namespace Cymatic.Mosaic;

/// <summary>A stretch of a source that a plan needs, in seconds from its start.</summary>
/// <param name="Source">An index into <see cref="MosaicPlan.Sources"/>.</param>
/// <param name="Start">Where it begins; may lie before the source's start.</param>
/// <param name="End">Where it stops; may lie behind the source's end.</param>
public readonly record struct SourceStretch(int Source, double Start, double End)
{
    /// <summary>
    /// What must be read to render a plan, margins for joins included: sorted by source and time, none touching another. Whoever reads
    /// these reads each source once, in order.
    /// </summary>
    public static IReadOnlyList<SourceStretch> Of(MosaicPlan plan, JoinOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        options ??= new JoinOptions();
        IReadOnlyList<PlanRun> runs = PlanRun.Of(plan);
        bool isMixed = PlanRun.AreMixed(plan, runs);
        IEnumerable<SourceStretch> needed = runs.Select(run =>
        {
            // A few samples more, for what is rounded.
            double margin = 1e-3 + (isMixed ? plan.Units[run.Units[0]].Duration : options.Seconds / 2 + 2 * options.AlignSeconds);
            return new SourceStretch(run.Source, run.SourceTime - margin, run.SourceTime + run.Duration + margin);
        });
        List<SourceStretch> merged = [];
        foreach (SourceStretch stretch in needed.OrderBy(stretch => stretch.Source).ThenBy(stretch => stretch.Start))
        {
            if (merged.Count > 0 && merged[^1] is var last && last.Source == stretch.Source && stretch.Start <= last.End)
                merged[^1] = last with { End = Math.Max(last.End, stretch.End) };
            else
                merged.Add(stretch);
        }

        return merged;
    }
}
