using System.Buffers;
using System.Numerics;

namespace Cymatic.Imaging;

/// <summary>Strength of edges: √((h² + v²)/2) of the two Sobel derivatives, each of weights 1, 2, 1 over 4.</summary>
/// <remarks>skimage.filters.sobel, whose edges are mirrored with the outermost pixel twice, within 1e-6.</remarks>
public static class Sobel
{
    /// <summary>Fills a target with the edges of a grey picture.</summary>
    /// <param name="source">The picture.</param>
    /// <param name="target">Another plane of its size.</param>
    /// <exception cref="ArgumentException">Planes of different sizes, or one plane as both.</exception>
    public static void SobelTo(this Plane<float> source, Plane<float> target)
    {
        SameSize.Check(source, target);
        if (ReferenceEquals(source, target))
            throw new ArgumentException("A plane's edges cannot be written onto itself.", nameof(target));
        int width = source.Width;
        float[] smooth = ArrayPool<float>.Shared.Rent(width + 2), slope = ArrayPool<float>.Shared.Rent(width + 2);
        for (int y = 0; y < source.Height; y++)
        {
            ReadOnlySpan<float> above = source.Row(Math.Max(0, y - 1)), below = source.Row(Math.Min(source.Height - 1, y + 1));
            Across(above, source.Row(y), below, smooth.AsSpan(1, width), slope.AsSpan(1, width));
            (smooth[0], smooth[width + 1]) = (smooth[1], smooth[width]);
            (slope[0], slope[width + 1]) = (slope[1], slope[width]);
            Along(smooth, slope, target.Row(y));
        }

        ArrayPool<float>.Shared.Return(slope);
        ArrayPool<float>.Shared.Return(smooth);
    }

    // Of three rows: the smoothed row, and how it changes downwards.
    private static void Across(
        ReadOnlySpan<float> above, ReadOnlySpan<float> middle, ReadOnlySpan<float> below, Span<float> smooth, Span<float> slope)
    {
        int lanes = Vector<float>.Count, x = 0;
        for (; x <= middle.Length - lanes; x += lanes)
        {
            Vector<float> a = new(above[x..]), m = new(middle[x..]), b = new(below[x..]);
            (a + m + m + b).CopyTo(smooth[x..]);
            (b - a).CopyTo(slope[x..]);
        }

        for (; x < middle.Length; x++)
        {
            smooth[x] = above[x] + middle[x] + middle[x] + below[x];
            slope[x] = below[x] - above[x];
        }
    }

    // Rows that have a pixel more at each end.
    private static void Along(ReadOnlySpan<float> smooth, ReadOnlySpan<float> slope, Span<float> edges)
    {
        const float Scale = 1f / 32; // (1/4)² / 2
        int lanes = Vector<float>.Count, x = 0;
        for (; x <= edges.Length - lanes; x += lanes)
        {
            Vector<float> across = new Vector<float>(smooth[(x + 2)..]) - new Vector<float>(smooth[x..]);
            Vector<float> middle = new(slope[(x + 1)..]);
            Vector<float> down = new Vector<float>(slope[x..]) + middle + middle + new Vector<float>(slope[(x + 2)..]);
            Vector.SquareRoot(((across * across) + (down * down)) * Scale).CopyTo(edges[x..]);
        }

        for (; x < edges.Length; x++)
        {
            float across = smooth[x + 2] - smooth[x], down = slope[x] + slope[x + 1] + slope[x + 1] + slope[x + 2];
            edges[x] = MathF.Sqrt(((across * across) + (down * down)) * Scale);
        }
    }
}
