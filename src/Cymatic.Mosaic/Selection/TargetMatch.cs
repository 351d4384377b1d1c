namespace Cymatic.Mosaic;

/// <summary>A target, cut where its units lie, with its candidates.</summary>
/// <param name="Target">The units.</param>
/// <param name="Table">Their candidates.</param>
internal sealed record TargetMatch(TargetUnits Target, CandidateTable Table)
{
    /// <summary>Compares phases; null where units are not all as long as each other.</summary>
    public CoherenceRater? Rater { get; init; }

    /// <summary>What coherence means; null where phases were not compared.</summary>
    public ChanceCoherence? Chance { get; init; }

    /// <summary>The share of units that are in the corpus as the very same recording.</summary>
    public double CopiedShare { get; init; }

    /// <summary>Seconds by which the target lies behind the corpus' units.</summary>
    public double Offset { get; init; }
}
