namespace Cymatic.Grid;

/// <summary>How components become rows.</summary>
public sealed record NmfOptions
{
    /// <summary>Number of components, 1 to 1000.</summary>
    public int Components
    {
        get;
        init => field = value is >= 1 and <= 1000 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A song has 1 to 1000 components.");
    } = 16;

    /// <summary>Quarter notes a minute; null: estimated.</summary>
    public double? Bpm
    {
        get;
        init => field = value is null or (> 0 and <= 1000) ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The tempo must lie between 0 and 1000 beats a minute.");
    }

    /// <summary>Frames in a beat.</summary>
    public int PerBeat
    {
        get;
        init => field = value is >= 1 and <= 64 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A beat is cut into 1 to 64 frames.");
    } = 8;

    /// <summary>The components' strength that counts as one in each frame: this quantile over the components.</summary>
    public double FrameQuantile { get; init => field = Share(value); } = 0.9;

    /// <summary>Activations above this quantile of all of them are blocks.</summary>
    public double ActiveQuantile { get; init => field = Share(value); } = 0.93;

    private static double Share(double value) => value is >= 0 and <= 1 ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A quantile lies between 0 and 1.");
}
