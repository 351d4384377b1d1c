using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A picture of even width and height, as most encoders want it: an odd last column or row is cut off.</summary>
public sealed record EvenSize : IVideoEffect
{
    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        var area = new PixelRectangle(0, 0, Math.Max(2, clip.Width & ~1), Math.Max(2, clip.Height & ~1));
        if (area.Width > clip.Width || area.Height > clip.Height)
            throw new ArgumentException($"A picture of {clip.Width}×{clip.Height} pixels is too small for an even size.", nameof(clip));
        return area.Width == clip.Width && area.Height == clip.Height ? clip : clip.With(new Crop(area));
    }
}
