using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A clip whose colours go through a curve.</summary>
public sealed record Tone : IVideoEffect
{
    /// <param name="curve">What each channel becomes.</param>
    public Tone(ToneCurve curve) => Curve = curve;

    /// <summary>What each channel becomes.</summary>
    public ToneCurve Curve { get; init => field = Require.NotNull(value); }

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        ToneCurve curve = Curve;
        return clip.Map(frame => frame.Apply(curve), keepsOpaque: true);
    }
}
