using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A picture with a border around it.</summary>
public sealed record Margin : IVideoEffect
{
    /// <param name="pixels">At each side.</param>
    public Margin(int pixels) => (Left, Top, Right, Bottom) = (pixels, pixels, pixels, pixels);

    /// <param name="left">Pixels at the left.</param>
    /// <param name="top">Pixels above.</param>
    /// <param name="right">Pixels at the right.</param>
    /// <param name="bottom">Pixels below.</param>
    public Margin(int left, int top, int right, int bottom) => (Left, Top, Right, Bottom) = (left, top, right, bottom);

    /// <summary>Pixels at the left.</summary>
    public int Left { get; init => field = Require.AtLeast(0, value); }

    /// <summary>Pixels above.</summary>
    public int Top { get; init => field = Require.AtLeast(0, value); }

    /// <summary>Pixels at the right.</summary>
    public int Right { get; init => field = Require.AtLeast(0, value); }

    /// <summary>Pixels below.</summary>
    public int Bottom { get; init => field = Require.AtLeast(0, value); }

    /// <summary>Of the border, with its opacity.</summary>
    public Color Color { get; init; } = Color.Black;

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        (int, int) size = (clip.Width + Left + Right, clip.Height + Top + Bottom);
        return new DerivedClip(clip, size, Render) { Opaque = clip.IsOpaque && Color.ToPremultipliedArgb() >= 0xFF000000 };
    }

    private void Render(VideoClip source, double t, Frame target)
    {
        using Frame picture = Frame.Rent(source.Width, source.Height);
        source.Render(t, picture);
        target.Fill(new PixelRectangle(0, 0, target.Width, Top), Color);
        target.Fill(new PixelRectangle(0, Top + source.Height, target.Width, Bottom), Color);
        target.Fill(new PixelRectangle(0, Top, Left, source.Height), Color);
        target.Fill(new PixelRectangle(Left + source.Width, Top, Right, source.Height), Color);
        picture.CopyTo(new(0, 0, source.Width, source.Height), target, (Left, Top));
    }
}
