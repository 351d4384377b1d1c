using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A clip in greys of which every one is as frequent as every other, picture by picture.</summary>
/// <remarks>skimage.exposure.equalize_hist of the grey picture.</remarks>
public sealed record EqualizeHistogram : IVideoEffect
{
    /// <summary>How much of red, green and blue makes a grey.</summary>
    public LumaWeights Weights { get; init; } = LumaWeights.Crt;

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        LumaWeights weights = Weights;
        return clip.Map(frame => frame.EqualizeHistogram(weights), keepsOpaque: true);
    }
}
