using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A clip in shades of grey.</summary>
public sealed record BlackAndWhite : IVideoEffect
{
    /// <summary>How much of red, green and blue makes a grey; equal thirds by default, as in MoviePy.</summary>
    public LumaWeights Weights { get; init; } = LumaWeights.Mean;

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        LumaWeights weights = Weights;
        return clip.Map(frame => frame.Desaturate(weights), keepsOpaque: true);
    }
}
