using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A clip on a ground of one colour.</summary>
public sealed record OnColor : IVideoEffect
{
    /// <param name="color">The ground.</param>
    public OnColor(Color color) => Color = color;

    /// <summary>The ground.</summary>
    public Color Color { get; init; }

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        if (clip.IsOpaque)
            return clip;
        return new DerivedClip(clip, Render) { Opaque = Color.ToPremultipliedArgb() >= 0xFF000000 };
    }

    private void Render(VideoClip source, double t, Frame target)
    {
        using Frame picture = Frame.Rent(target.Width, target.Height);
        source.Render(t, picture);
        target.Fill(Color);
        picture.BlendOnto(target);
    }
}
