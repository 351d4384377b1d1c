using System.Collections.Concurrent;

namespace Cymatic.Imaging;

/// <summary>
/// A plan that brings pictures of one size to another: immutable, free of allocation when applied, and usable by several threads at once.
/// </summary>
/// <remarks>
/// Equal to Pillow's <c>Image.resize</c> (with its <c>box</c>) of premultiplied pixels within 1 of 255 for Lanczos, bicubic and bilinear;
/// Area counts parts of pixels, which Pillow's BOX does only at whole factors. A constant picture stays exactly what it is.
/// </remarks>
public sealed class Resampling
{
    private const int MostKept = 256;

    private static readonly ConcurrentDictionary<(int From, int To, ResamplingFilter Filter), AxisWeights> Kept = new();

    private readonly AxisWeights _across, _down;
    private readonly (int Width, int Height) _from, _to;

    private Resampling((int Width, int Height) from, (int Width, int Height) to, (AxisWeights Across, AxisWeights Down) weights) =>
        (_from, _to, _across, _down) = (from, to, weights.Across, weights.Down);

    /// <summary>A plan for whole pictures. Weights are kept and shared: asking again costs nothing.</summary>
    /// <param name="from">Size of the sources, in pixels.</param>
    /// <param name="to">Size of the targets, in pixels.</param>
    /// <param name="filter">How pixels are mixed.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side that no frame has.</exception>
    public static Resampling Plan(
        (int Width, int Height) from, (int Width, int Height) to, ResamplingFilter filter = ResamplingFilter.Lanczos)
    {
        CheckSize(from, nameof(from));
        CheckSize(to, nameof(to));
        return new(from, to, (Whole(from.Width, to.Width, filter), Whole(from.Height, to.Height, filter)));
    }

    /// <summary>A plan that shows a part of the source, to fractions of a pixel: zoom and pan without jitter.</summary>
    /// <param name="from">Size of the sources, in pixels.</param>
    /// <param name="window">The part, in source pixels; it lies in the source. What lies around it counts for the filter.</param>
    /// <param name="to">Size of the targets, in pixels.</param>
    /// <param name="filter">How pixels are mixed.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side that no frame has, or a window that does not lie in the source.</exception>
    public static Resampling Plan(
        (int Width, int Height) from, Box window, (int Width, int Height) to, ResamplingFilter filter = ResamplingFilter.Lanczos)
    {
        CheckSize(from, nameof(from));
        CheckSize(to, nameof(to));
        const double Slack = 1e-6;
        if (!(window.Width > 0 && window.Height > 0 && window.X >= -Slack && window.Y >= -Slack
            && window.X + window.Width <= from.Width + Slack && window.Y + window.Height <= from.Height + Slack))
            throw new ArgumentOutOfRangeException(
                nameof(window), window, $"The window must lie in a picture of {from.Width}×{from.Height} pixels.");
        AxisWeights across = FilterKernel.Weights(from.Width, to.Width, (window.X, window.Width), filter);
        return new(from, to, (across, FilterKernel.Weights(from.Height, to.Height, (window.Y, window.Height), filter)));
    }

    /// <summary>Fills a target.</summary>
    /// <exception cref="ArgumentException">Frames of other sizes than the plan's, or one frame as both.</exception>
    public void Apply(Frame source, Frame target)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        if ((source.Width, source.Height) != _from || (target.Width, target.Height) != _to)
        {
            throw new ArgumentException(
                $"The plan leads from {_from.Width}×{_from.Height} to {_to.Width}×{_to.Height} pixels, not from " +
                $"{source.Width}×{source.Height} to {target.Width}×{target.Height}.", nameof(source));
        }

        if (ReferenceEquals(source, target))
            throw new ArgumentException("A frame cannot be resampled onto itself.", nameof(target));
        if (_across.IsIdentity && _down.IsIdentity)
            source.CopyTo(target);
        else
            SeparableFilter.Run(source, target, _across, _down);
    }

    // A growing clip asks for many sizes: what was kept is dropped all at once when it is much.
    private static AxisWeights Whole(int from, int to, ResamplingFilter filter)
    {
        if (Kept.Count >= MostKept)
            Kept.Clear();
        return Kept.GetOrAdd((from, to, filter), static key => FilterKernel.Weights(key.From, key.To, (0, key.From), key.Filter));
    }

    private static void CheckSize((int Width, int Height) size, string name)
    {
        if (size.Width is < 1 or > Frame.MaxSide || size.Height is < 1 or > Frame.MaxSide)
            throw new ArgumentOutOfRangeException(name, size, $"A frame is 1×1 to {Frame.MaxSide}×{Frame.MaxSide} pixels.");
    }
}
