using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A part of the picture.</summary>
public sealed record Crop : IVideoEffect
{
    private readonly (int Width, int Height) _size;

    /// <param name="area">What stays; it lies in the picture.</param>
    public Crop(PixelRectangle area) => Area = area;

    private Crop((int, int) size) => _size = size;

    /// <summary>What stays; null for the middle.</summary>
    public PixelRectangle? Area { get; }

    /// <summary>The middle of the picture.</summary>
    /// <param name="width">In pixels, at most the picture's.</param>
    /// <param name="height">In pixels, at most the picture's.</param>
    public static Crop Middle(int width, int height) =>
        new((Require.AtLeast(1, width, nameof(width)), Require.AtLeast(1, height, nameof(height))));

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        PixelRectangle area = Area ?? Middle(clip);
        if (area.IsEmpty || area.Intersect(new(0, 0, clip.Width, clip.Height)) != area)
            throw new ArgumentException($"{area} does not lie in a picture of {clip.Width}×{clip.Height} pixels.", nameof(clip));
        return new DerivedClip(clip, (area.Width, area.Height), (source, t, target) =>
        {
            using Frame picture = Frame.Rent(source.Width, source.Height);
            source.Render(t, picture);
            picture.CopyTo(area, target, (0, 0));
        })
        { Opaque = clip.IsOpaque };
    }

    private PixelRectangle Middle(VideoClip clip) =>
        new((clip.Width - _size.Width) / 2, (clip.Height - _size.Height) / 2, _size.Width, _size.Height);
}
