namespace Cymatic.Signal;

/// <summary>How beats are tracked.</summary>
public sealed record BeatOptions
{
    /// <summary>The tempo in beats a minute; null: estimated.</summary>
    public double? Bpm
    {
        get;
        init => field = value is null or > 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The tempo must be positive.");
    }

    /// <summary>How strictly the beats keep the tempo, against how well they meet onsets.</summary>
    public double Tightness
    {
        get;
        init => field = value > 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The tightness must be positive.");
    } = 100;

    /// <summary>Whether to leave out beats before the music begins and after it ends.</summary>
    public bool Trim { get; init; } = true;
}
