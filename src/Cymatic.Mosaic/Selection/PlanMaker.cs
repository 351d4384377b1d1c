using System.Numerics.Tensors;

namespace Cymatic.Mosaic;

/// <summary>Writes a choice of units down as a plan.</summary>
internal sealed class PlanMaker(Corpus corpus, TargetMatch match, SelectionOptions options)
{
    private readonly TargetUnits _target = match.Target;

    /// <summary>The plan of one unit for each of the target's.</summary>
    public MosaicPlan Make(double duration, int[] chosen, JoinCosts? joins = null)
    {
        var units = new List<PlanUnit>();
        float middle = MiddleGain(chosen);
        for (int t = 0; t < chosen.Length; t++)
        {
            UnitSpan span = _target.Sound[t];
            double start = Math.Max(0, span.Start), end = Math.Min(duration, span.Start + span.Duration);
            if (end <= start || _target.Facts.Levels[t] < options.SilenceGateDb)
                continue;
            int s = corpus.SourceOf(chosen[t]), unit = chosen[t] - corpus.Sources[s].FirstUnit;
            units.Add(new()
            {
                TargetTime = start,
                Duration = end - start,
                Source = s,
                Unit = unit,
                SourceTime = corpus.Sources[s].Sound[unit].Start + (start - span.Start),
                GainDb = options.GainRangeDb is { } range ? Math.Clamp(Gain(t, chosen[t]), middle - range, middle + range) : 0,
                Cost = CostOf(match.Table, t, chosen[t]) + (t > 0 && joins is not null ? joins.Between(chosen[t - 1], chosen[t]) : 0),
            });
        }

        return Plan(duration, units);
    }

    /// <summary>The plan of a mixture, whose gains are those of its templates.</summary>
    public MosaicPlan Make(double duration, IReadOnlyList<Activation> mixture)
    {
        var units = new List<PlanUnit>();
        foreach (Activation part in mixture.OrderBy(part => part.Target).ThenByDescending(part => part.Loudness))
        {
            UnitSpan span = _target.Sound[part.Target];
            double start = Math.Max(0, span.Start), end = Math.Min(duration, span.Start + span.Duration);
            if (end <= start || _target.Facts.Levels[part.Target] < options.SilenceGateDb)
                continue;
            int s = corpus.SourceOf(part.Unit), unit = part.Unit - corpus.Sources[s].FirstUnit;
            units.Add(new()
            {
                TargetTime = start,
                Duration = end - start,
                Source = s,
                Unit = unit,
                SourceTime = corpus.Sources[s].Sound[unit].Start + (start - span.Start),
                GainDb = 20 * Math.Log10(part.Gain),
            });
        }

        return Plan(duration, units);
    }

    private MosaicPlan Plan(double duration, IReadOnlyList<PlanUnit> units) =>
        new()
        {
            Duration = duration,
            Sources = [.. corpus.Sources.Select(source => source.File)],
            Units = units,
            Method = options.Method.ToString().ToLowerInvariant(),
            CopiedShare = match.CopiedShare,
            OffsetSeconds = match.Offset,
        };

    /// <summary>Nats that are lost against the best candidate; what is no candidate is no better than the worst.</summary>
    private static double CostOf(CandidateTable table, int t, int unit)
    {
        ReadOnlySpan<float> utility = table.Utility.AsSpan(table.PlaceOf(t), table.CountOf(t));
        int own = table.UnitsOf(t).IndexOf(unit);
        return TensorPrimitives.Max(utility) - (own >= 0 ? utility[own] : TensorPrimitives.Min(utility));
    }

    private float Gain(int t, int unit) => _target.Facts.Levels[t] - Utility.LevelOf(corpus, unit);

    /// <summary>The median gain over all that sounds in both.</summary>
    private float MiddleGain(int[] chosen) => Utility.Median(
        Enumerable.Range(0, chosen.Length)
            .Where(t => _target.Facts.Levels[t] > Analysis.SilentDb && Utility.LevelOf(corpus, chosen[t]) > Analysis.SilentDb)
            .Select(t => Gain(t, chosen[t])),
        _ => true);
}
