namespace Cymatic.Media;

/// <summary>A clip that comes into its frame from a side.</summary>
public sealed record SlideIn : IVideoEffect
{
    /// <param name="seconds">How long it takes.</param>
    /// <param name="side">The side that it comes from.</param>
    public SlideIn(double seconds, Side side) => (Seconds, Side) = (seconds, side);

    /// <summary>How long it takes, in seconds.</summary>
    public double Seconds { get; init => field = Require.Positive(value); }

    /// <summary>The side that it comes from.</summary>
    public Side Side { get; init; }

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        return Sliding.Of(clip, Side, t => t / Seconds);
    }
}
