using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A clip of the strength of its edges, white on black.</summary>
/// <remarks>skimage.filters.sobel of the grey picture, over black where it is transparent.</remarks>
public sealed record Edges : IVideoEffect
{
    /// <summary>How much of red, green and blue makes a grey.</summary>
    public LumaWeights Weights { get; init; } = LumaWeights.Crt;

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        return new DerivedClip(clip, Render) { Opaque = true };
    }

    private void Render(VideoClip source, double t, Frame target)
    {
        using Plane<float> grey = Plane.Rent<float>(target.Width, target.Height), edges = Plane.Rent<float>(target.Width, target.Height);
        source.Render(t, target);
        target.LumaTo(grey, Weights);
        grey.SobelTo(edges);
        edges.ShowOn(target);
    }
}
