namespace Cymatic.Mosaic;

/// <summary>One piece of the mosaic: from when to when it sounds, and where it is taken from.</summary>
/// <remarks>
/// Units follow the source when the next one's source time is this one's plus the time between them: such neighbours are one run,
/// cut from the source in one piece. Units that sound together (a mixture of several templates) overlap in target time.
/// </remarks>
public readonly record struct PlanUnit
{
    /// <summary>When the unit begins in the target, seconds from its start.</summary>
    public required double TargetTime { get; init; }

    /// <summary>How long the unit lasts in seconds, before joins are added.</summary>
    public required double Duration { get; init; }

    /// <summary>The unit's source, an index into <see cref="MosaicPlan.Sources"/>.</summary>
    public required int Source { get; init; }

    /// <summary>The unit's number within its source, from 0.</summary>
    public required int Unit { get; init; }

    /// <summary>When the unit begins in its source, seconds from the file's start.</summary>
    public required double SourceTime { get; init; }

    /// <summary>By how much the source is made louder in decibels; 0 leaves it as it is.</summary>
    public double GainDb { get; init; }

    /// <summary>What choosing this unit cost: the difference to the best unit in nats plus the cost of the jump; 0 or more.</summary>
    public double Cost { get; init; }

    /// <summary>Whether this unit goes on in the source where <paramref name="previous"/> stops, to a tenth of a millisecond.</summary>
    public bool Follows(PlanUnit previous) =>
        Source == previous.Source && Math.Abs(SourceTime - previous.SourceTime - (TargetTime - previous.TargetTime)) < 1e-4;
}
