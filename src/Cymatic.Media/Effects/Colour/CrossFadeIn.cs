namespace Cymatic.Media;

/// <summary>A clip that appears out of what lies below it.</summary>
public sealed record CrossFadeIn : IVideoEffect
{
    /// <param name="seconds">How long it takes.</param>
    public CrossFadeIn(double seconds) => Seconds = seconds;

    /// <summary>How long it takes, in seconds.</summary>
    public double Seconds { get; init => field = Require.Positive(value); }

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        return clip.With(new Opacity(t => Math.Max(0, t) / Seconds));
    }
}
