namespace Cymatic.Media;

/// <summary>A clip that disappears at its end, so that what lies below it is seen.</summary>
public sealed record CrossFadeOut : IVideoEffect
{
    /// <param name="seconds">How long it takes.</param>
    public CrossFadeOut(double seconds) => Seconds = seconds;

    /// <summary>How long it takes, in seconds.</summary>
    public double Seconds { get; init => field = Require.Positive(value); }

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        double end = Require.End(clip.Duration, nameof(CrossFadeOut));
        return clip.With(new Opacity(t => Math.Max(0, end - t) / Seconds));
    }
}
