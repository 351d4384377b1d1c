using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A clip in its complementary colours; on a mask, what was hidden is shown.</summary>
public sealed record Invert : IVideoEffect
{
    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        return clip.Map(frame => frame.Apply(ToneCurve.Invert), keepsOpaque: true);
    }
}
