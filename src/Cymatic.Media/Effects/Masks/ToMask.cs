using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A clip as a mask: a grey picture in which white is what another clip will show, and black what it will hide.</summary>
/// <remarks>
/// A mask is a clip like any other: blur it, invert it, cut it, or look at it. <see cref="Masked"/> puts it on another clip.
/// </remarks>
public sealed record ToMask : IVideoEffect
{
    /// <summary>Whether opacity and not brightness becomes the mask.</summary>
    public bool FromAlpha { get; init; }

    /// <summary>How much of red, green and blue makes brightness.</summary>
    public LumaWeights Weights { get; init; } = LumaWeights.Bt709;

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        return new DerivedClip(clip, Render) { Opaque = true };
    }

    private void Render(VideoClip source, double t, Frame target)
    {
        using Plane<byte> mask = Plane.Rent<byte>(target.Width, target.Height);
        source.Render(t, target);
        if (FromAlpha)
            target.AlphaTo(mask);
        else
            target.LumaTo(mask, Weights);
        mask.ShowOn(target);
    }
}
