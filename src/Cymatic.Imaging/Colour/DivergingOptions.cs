namespace Cymatic.Imaging;

/// <summary>How colours fade to a centre.</summary>
public sealed record DivergingOptions
{
    /// <summary>A light grey, 0.95.</summary>
    public static Color Light { get; } = new(0.95, 0.95, 0.95);

    /// <summary>A dark grey, 0.133.</summary>
    public static Color Dark { get; } = new(0.133, 0.133, 0.133);

    /// <summary>The colour in the middle.</summary>
    public Color Center { get; init; } = Light;

    /// <summary>The share of the map that changes, between 0 and 1.</summary>
    public double MidSpread
    {
        get;
        init => field = value is > 0 and < 1 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The middle must spread over more than 0 and less than 1.");
    } = 0.4;

    /// <summary>What is left of the old colour in the middle; its weight falls there from 1 in equal ratios.</summary>
    public double LogAmount
    {
        get;
        init => field = value is > 0 and <= 1 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The weight in the middle must lie above 0 and not above 1.");
    } = 0.001;
}
