namespace Cymatic.Mosaic;

/// <summary>How one run goes over into the next.</summary>
public sealed record JoinOptions
{
    /// <summary>The seed's way: each piece begins where the one before stops.</summary>
    public static JoinOptions HardCut { get; } = new() { Seconds = 0 };

    /// <summary>Length of the equal-power cross-fade in seconds, 0 to 1; 0 is a hard cut.</summary>
    public double Seconds
    {
        get;
        init => field = value is >= 0 and <= 1 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A join lasts from 0 to 1 second.");
    } = 0.01;

    /// <summary>By how many seconds at most a run is shifted in its source so that its phase fits the one before, 0 to 0.05.</summary>
    public double AlignSeconds
    {
        get;
        init => field = value is >= 0 and <= 0.05 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A run is shifted by at most 0.05 seconds.");
    } = 0.005;

    /// <summary>
    /// Whether the two gains of a cross-fade are divided by √(a² + b² + 2abρ), ρ the correlation of what overlaps, so that the level stays.
    /// </summary>
    public bool Scaled { get; init; } = true;
}
