namespace Cymatic.Signal;

/// <summary>What is believed of a tempo before the music is heard.</summary>
public sealed record TempoOptions
{
    /// <summary>The likeliest tempo in beats a minute.</summary>
    public double LikelyBpm { get; init => field = Positive(value); } = 120;

    /// <summary>How far from it a tempo may well be, in octaves.</summary>
    public double SpreadOctaves { get; init => field = Positive(value); } = 1;

    /// <summary>Tempi from here on are not considered, in beats a minute.</summary>
    public double BelowBpm { get; init => field = Positive(value); } = 320;

    /// <summary>Seconds over which the envelope is compared with itself.</summary>
    public double WindowSeconds { get; init => field = Positive(value); } = 8;

    private static double Positive(double value)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        return value;
    }
}
