using Cymatic.Mosaic;

namespace Cymatic.Workflows;

/// <summary>How much of a source a mosaic is made of.</summary>
/// <param name="Source">The source.</param>
/// <param name="Seconds">Seconds of the target that it sounds in.</param>
/// <param name="Pieces">Number of its runs.</param>
public sealed record MosaicCredit(PlanSource Source, double Seconds, int Pieces)
{
    /// <summary>A credit for each source that is heard, the most used first.</summary>
    public static IReadOnlyList<MosaicCredit> Of(MosaicPlan plan, IReadOnlyList<PlanRun> runs)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(runs);
        return
        [
            .. runs.GroupBy(run => run.Source)
                .Select(group => new MosaicCredit(plan.Sources[group.Key], group.Sum(run => run.Duration), group.Count()))
                .OrderByDescending(credit => credit.Seconds).ThenBy(credit => credit.Source.Path, StringComparer.Ordinal),
        ];
    }
}
