using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A clip whose picture grows and shrinks around the middle of its frame, by fractions of a pixel.</summary>
internal sealed class ZoomedClip(VideoClip source, Curve zoom, ResamplingFilter filter)
    : VideoClip(source.Width, source.Height, source.Duration)
{
    /// <inheritdoc/>
    public override FrameRate? Rate => source.Rate;

    /// <inheritdoc/>
    public override void Render(double t, Frame target)
    {
        double factor = zoom.At(t);
        if (factor <= 0)
        {
            target.Clear();
            return;
        }

        using Frame picture = Frame.Rent(Width, Height);
        source.Render(t, picture);
        if (factor >= 1)
        {
            var window = new Box((Width - Width / factor) / 2, (Height - Height / factor) / 2, Width / factor, Height / factor);
            Resampling.Plan((Width, Height), window, (Width, Height), filter).Apply(picture, target);
            return;
        }

        Shrink(picture, factor, target);
    }

    // The next whole size is resampled; what is left, less than a pixel, is interpolated.
    private void Shrink(Frame picture, double factor, Frame target)
    {
        int width = (int)Math.Ceiling(Width * factor), height = (int)Math.Ceiling(Height * factor);
        using Frame small = Frame.Rent(width, height);
        picture.ResizeTo(small, filter);
        var (across, down) = (Width * factor, Height * factor);
        var map = new AffineMap(across / width, 0, (Width - across) / 2, 0, down / height, (Height - down) / 2);
        small.TransformTo(target, map);
    }
}
