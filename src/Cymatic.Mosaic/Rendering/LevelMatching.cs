namespace Cymatic.Mosaic;

/// <summary>Makes the units of a plan as loud as the target where they sound.</summary>
public static class LevelMatching
{
    /// <summary>A plan whose gains bring each unit's level to the target's, within limits about the median of all units.</summary>
    /// <remarks>
    /// The gain is target − unit in dB, at most <paramref name="limitDb"/> from the median: a whisper does not become a shout, nor its
    /// noise a roar. A silent unit is made as loud as the median says.
    /// </remarks>
    /// <param name="plan">The plan.</param>
    /// <param name="targetDb">The target's level while each unit sounds, in dB; −∞ for silence.</param>
    /// <param name="unitDb">Each unit's own level, in dB; −∞ for silence.</param>
    /// <param name="limitDb">Not negative.</param>
    /// <exception cref="ArgumentException">There are not as many levels as units.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative.</exception>
    public static MosaicPlan Match(MosaicPlan plan, ReadOnlySpan<double> targetDb, ReadOnlySpan<double> unitDb, double limitDb = 12)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfNegative(limitDb);
        if (targetDb.Length != plan.Units.Count || unitDb.Length != plan.Units.Count)
        {
            throw new ArgumentException(
                $"{targetDb.Length} and {unitDb.Length} levels are not those of {plan.Units.Count} units.", nameof(targetDb));
        }

        var ratios = new double[plan.Units.Count];
        for (int i = 0; i < ratios.Length; i++)
            ratios[i] = double.IsFinite(unitDb[i]) ? targetDb[i] - unitDb[i] : double.NaN;
        double median = Median(ratios);
        return plan with
        {
            Units = [.. plan.Units.Select((unit, i) => unit with
            {
                GainDb = double.IsNaN(ratios[i]) ? median : Math.Clamp(ratios[i], median - limitDb, median + limitDb),
            })],
        };
    }

    private static double Median(double[] ratios)
    {
        double[] heard = [.. ratios.Where(double.IsFinite).Order()];
        return heard.Length == 0 ? 0 : (heard[(heard.Length - 1) / 2] + heard[heard.Length / 2]) / 2;
    }
}
