using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>Brings clips to one size.</summary>
internal static class Fitted
{
    /// <summary>The clip in a frame of a size; itself when it has that size.</summary>
    public static VideoClip To(VideoClip clip, (int Width, int Height) size, FrameFit fit, Color background)
    {
        if ((clip.Width, clip.Height) == size)
            return clip;
        VideoClip scaled = fit == FrameFit.Pad ? clip : clip.With(new Resize(Scaled(clip, size, fit)));
        if ((scaled.Width, scaled.Height) == size)
            return scaled;
        return new CompositeClip(size, clip.Duration, [new Layer(scaled) { Position = Position.Center }], background);
    }

    private static (int Width, int Height) Scaled(VideoClip clip, (int Width, int Height) size, FrameFit fit)
    {
        double across = (double)size.Width / clip.Width, down = (double)size.Height / clip.Height;
        if (fit == FrameFit.Stretch)
            return size;
        double factor = fit == FrameFit.Letterbox ? Math.Min(across, down) : Math.Max(across, down);
        return (Math.Max(1, (int)Math.Round(clip.Width * factor)), Math.Max(1, (int)Math.Round(clip.Height * factor)));
    }
}
