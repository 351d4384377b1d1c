using Cymatic.Mosaic;

namespace Cymatic.Workflows;

/// <summary>What a mosaic sounds like.</summary>
public sealed record MosaicSoundOptions
{
    /// <summary>How pieces are joined.</summary>
    public JoinOptions Join { get; init; } = new();

    /// <summary>By what pieces are made as loud as the target. Mixtures (the method bee) have gains of their own.</summary>
    public LevelMatch Levels { get; init; } = LevelMatch.Rms;

    /// <summary>By how many dB at most a gain differs from the median gain, 0 to 60.</summary>
    public double LimitDb
    {
        get;
        init => field = value is >= 0 and <= 60 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The limit of gains lies between 0 and 60 dB.");
    } = 12;

    /// <summary>Level at which the target itself is mixed in, in dB, −80 to 20; null leaves it out.</summary>
    public double? TargetDb
    {
        get;
        init => field = value is null or (>= -80 and <= 20) ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The target is mixed in at −80 to 20 dB.");
    }
}
