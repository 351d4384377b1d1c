using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A clip that looks painted: strong colours, dark outlines.</summary>
public sealed record Painting : IVideoEffect
{
    /// <summary>What colours are multiplied by.</summary>
    public double Saturation { get; init => field = Require.NotNegative(value); } = 1.4;

    /// <summary>How dark outlines are.</summary>
    public double Black { get; init => field = Require.NotNegative(value); } = 0.006;

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        return new DerivedClip(clip, Render) { Opaque = clip.IsOpaque };
    }

    private void Render(VideoClip source, double t, Frame target)
    {
        using Frame picture = Frame.Rent(target.Width, target.Height);
        source.Render(t, picture);
        picture.PaintTo(target, Saturation, Black);
    }
}
