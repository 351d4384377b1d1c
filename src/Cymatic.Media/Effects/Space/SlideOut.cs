namespace Cymatic.Media;

/// <summary>A clip that goes out of its frame to a side.</summary>
public sealed record SlideOut : IVideoEffect
{
    /// <param name="seconds">How long it takes.</param>
    /// <param name="side">The side that it goes to.</param>
    public SlideOut(double seconds, Side side) => (Seconds, Side) = (seconds, side);

    /// <summary>How long it takes, in seconds.</summary>
    public double Seconds { get; init => field = Require.Positive(value); }

    /// <summary>The side that it goes to.</summary>
    public Side Side { get; init; }

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        double end = Require.End(clip.Duration, nameof(SlideOut));
        return Sliding.Of(clip, Side, t => (end - t) / Seconds);
    }
}
