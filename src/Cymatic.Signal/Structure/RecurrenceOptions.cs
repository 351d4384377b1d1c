namespace Cymatic.Signal;

/// <summary>What the numbers of a recurrence matrix are.</summary>
public enum RecurrenceMode
{
    /// <summary>1 where there is a link, else 0.</summary>
    Connectivity,

    /// <summary>The distance where there is a link, else 0.</summary>
    Distance,

    /// <summary>exp(−distance / bandwidth) where there is a link, else 0.</summary>
    Affinity,
}

/// <summary>By what the distances of an affinity are divided.</summary>
public enum BandwidthRule
{
    /// <summary>The median over all observations of the distance of their farthest link.</summary>
    MedianFarthest,

    /// <summary>For each link the mean of its two ends' farthest links.</summary>
    MeanFarthest,

    /// <summary>For each link the geometric mean of its two ends' farthest links.</summary>
    GeometricFarthest,

    /// <summary>For each link the mean of its two ends' mean links.</summary>
    MeanAverage,

    /// <summary>For each link the geometric mean of its two ends' mean links.</summary>
    GeometricAverage,

    /// <summary>For each link the mean of its two ends' mean links and itself.</summary>
    MeanAverageAndPair,
}

/// <summary>How observations are linked to those like them. The defaults are librosa's.</summary>
public sealed record RecurrenceOptions
{
    /// <summary>Links of each observation; null: twice the root of their number.</summary>
    public int? Neighbours
    {
        get;
        init => field = value is null or > 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "There must be at least one neighbour.");
    }

    /// <summary>Observations that lie nearer in time than this are not linked: 1 leaves out each one itself.</summary>
    public int Width
    {
        get;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The width must be at least 1.");
    } = 1;

    /// <summary>Whether only mutual links count.</summary>
    public bool Symmetric { get; init; }

    /// <summary>Whether each observation is linked to itself, at distance 0.</summary>
    public bool Self { get; init; }

    /// <summary>What the numbers are.</summary>
    public RecurrenceMode Mode { get; init; }

    /// <summary>By what the distances of an affinity are divided.</summary>
    public BandwidthRule Rule { get; init; }

    /// <summary>A number by which they are divided instead.</summary>
    public double? Bandwidth
    {
        get;
        init => field = value is null or > 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The bandwidth must be positive.");
    }
}
