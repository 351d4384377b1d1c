namespace Cymatic.Mosaic;

/// <summary>A mosaic as plain data: which piece of which source sounds when.</summary>
public sealed record MosaicPlan
{
    /// <summary>The target's length in seconds.</summary>
    public required double Duration { get; init; }

    /// <summary>The corpus' files that the units refer to.</summary>
    public required IReadOnlyList<PlanSource> Sources { get; init; }

    /// <summary>The units, sorted by target time; of those that begin together the strongest is first.</summary>
    public required IReadOnlyList<PlanUnit> Units { get; init; }

    /// <summary>How the units were chosen: "nearest", "viterbi" or "bee".</summary>
    public required string Method { get; init; }

    /// <summary>
    /// The share of the target's units that are in the corpus as the very same recording, 0 to 1; 0 where that was not asked.
    /// </summary>
    public double CopiedShare { get; init; }

    /// <summary>Seconds by which the target lies behind the corpus' units, where it was made from them; the units begin there.</summary>
    public double OffsetSeconds { get; init; }
}
