using System.Collections.Concurrent;

namespace Cymatic.Imaging;

/// <summary>Blurred frames. At the edges the outermost pixels go on for ever.</summary>
public static class FrameBlur
{
    private const int MostKept = 64;

    private static readonly ConcurrentDictionary<(int Length, double Size, bool Box), AxisWeights> Kept = new();

    /// <summary>Blurs by a Gaussian (skimage.filters.gaussian with its defaults, within 1 of 255).</summary>
    /// <param name="source">The picture.</param>
    /// <param name="target">Another frame of its size, which is filled.</param>
    /// <param name="sigma">Standard deviation in pixels, 0 to 1,000.</param>
    /// <exception cref="ArgumentException">Frames of different sizes, or one frame as both.</exception>
    public static void GaussianBlurTo(this Frame source, Frame target, double sigma)
    {
        Check(source, target);
        GaussianKernel.Radius(sigma);
        SeparableFilter.Run(source, target, Weights(source.Width, sigma, box: false), Weights(source.Height, sigma, box: false));
    }

    /// <summary>Blurs by the mean of a square.</summary>
    /// <param name="source">The picture.</param>
    /// <param name="target">Another frame of its size, which is filled.</param>
    /// <param name="radius">Half the square's side without the middle pixel, 0 to 1,000; parts of pixels count by their part.</param>
    /// <exception cref="ArgumentException">Frames of different sizes, or one frame as both.</exception>
    public static void BoxBlurTo(this Frame source, Frame target, double radius)
    {
        Check(source, target);
        if (radius is not (>= 0 and <= 1000))
            throw new ArgumentOutOfRangeException(nameof(radius), radius, "The radius must lie between 0 and 1,000 pixels.");
        SeparableFilter.Run(source, target, Weights(source.Width, radius, box: true), Weights(source.Height, radius, box: true));
    }

    /// <summary>The weights of one axis, kept for the next frame.</summary>
    private static AxisWeights Weights(int length, double size, bool box)
    {
        if (Kept.Count >= MostKept)
            Kept.Clear();
        return Kept.GetOrAdd((length, size, box), static key => key.Box
            ? AxisWeights.Symmetric(key.Length, (int)Math.Ceiling(key.Size), x => Math.Clamp(key.Size + 1 - Math.Abs(x), 0, 1))
            : GaussianKernel.Axis(key.Length, key.Size));
    }

    private static void Check(Frame source, Frame target)
    {
        SameSize.Check(source, target);
        if (ReferenceEquals(source, target))
            throw new ArgumentException("A frame cannot be blurred onto itself.", nameof(target));
    }
}
