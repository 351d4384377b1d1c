namespace Cymatic.Mosaic;

/// <summary>Grains that reach into each other, as pieces that meet.</summary>
public static class GrainOverlap
{
    private const double Gap = 1e-4;

    /// <summary>
    /// A plan whose units meet in the middle of what they shared, and how many seconds that was: cross-fades of that length make the sum of
    /// overlapping grains. A plan without such units comes back as it is.
    /// </summary>
    /// <remarks>Units that begin together are a mixture and stay.</remarks>
    public static (MosaicPlan Plan, double Seconds) Trim(MosaicPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        IReadOnlyList<PlanUnit> units = plan.Units;
        double longest = 0;
        for (int i = 1; i < units.Count; i++)
        {
            if (units[i].TargetTime - units[i - 1].TargetTime < Gap)
                return (plan, 0);
            longest = Math.Max(longest, Shared(units[i - 1], units[i]));
        }

        if (longest < Gap)
            return (plan, 0);
        var met = new PlanUnit[units.Count];
        for (int i = 0; i < met.Length; i++)
        {
            double before = i > 0 ? Shared(units[i - 1], units[i]) / 2 : 0;
            double after = i + 1 < met.Length ? Shared(units[i], units[i + 1]) / 2 : 0;
            met[i] = units[i] with
            {
                TargetTime = units[i].TargetTime + before,
                SourceTime = units[i].SourceTime + before,
                Duration = units[i].Duration - before - after,
            };
        }

        return (plan with { Units = met }, longest);
    }

    private static double Shared(PlanUnit going, PlanUnit coming) => Math.Max(0, going.TargetTime + going.Duration - coming.TargetTime);
}
