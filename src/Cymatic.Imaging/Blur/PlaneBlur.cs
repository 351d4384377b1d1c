using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Cymatic.Imaging;

/// <summary>Blurred grey pictures.</summary>
public static class PlaneBlur
{
    /// <summary>Blurs by a Gaussian (skimage.filters.gaussian with its defaults, truncate 4 and mode "nearest", within 1e-5).</summary>
    /// <param name="source">The picture.</param>
    /// <param name="target">Another plane of its size, which is filled.</param>
    /// <param name="sigma">Standard deviation in pixels, 0 to 1,000.</param>
    /// <exception cref="ArgumentException">Planes of different sizes, or one plane as both.</exception>
    public static void GaussianBlurTo(this Plane<float> source, Plane<float> target, double sigma)
    {
        SameSize.Check(source, target);
        if (ReferenceEquals(source, target))
            throw new ArgumentException("A plane cannot be blurred onto itself.", nameof(target));
        int radius = GaussianKernel.Radius(sigma);
        float[] weights = ArrayPool<float>.Shared.Rent(radius + 1);
        float[] padded = ArrayPool<float>.Shared.Rent(source.Width + (2 * radius));
        int[] above = ArrayPool<int>.Shared.Rent(radius + 1), below = ArrayPool<int>.Shared.Rent(radius + 1);
        Span<float> half = weights.AsSpan(0, radius + 1), row = padded.AsSpan(0, source.Width + (2 * radius));
        GaussianKernel.Fill(sigma, half);
        for (int y = 0; y < source.Height; y++)
        {
            for (int k = 0; k <= radius; k++)
                (above[k], below[k]) = (Math.Max(0, y - k) * source.Width, Math.Min(source.Height - 1, y + k) * source.Width);
            Span<float> middle = row.Slice(radius, source.Width);
            Sum(source.Values, (above, below), half, middle);
            row[..radius].Fill(middle[0]);
            row[(radius + source.Width)..].Fill(middle[^1]);
            for (int k = 0; k <= radius; k++)
                (above[k], below[k]) = (radius - k, radius + k);
            Sum(row, (above, below), half, target.Row(y));
        }

        ArrayPool<int>.Shared.Return(below);
        ArrayPool<int>.Shared.Return(above);
        ArrayPool<float>.Shared.Return(padded);
        ArrayPool<float>.Shared.Return(weights);
    }

    // target[x] = half[0]·source[middle + x] + Σ half[k]·(source[above[k] + x] + source[below[k] + x])
    private static void Sum(ReadOnlySpan<float> source, (int[] Above, int[] Below) offsets, ReadOnlySpan<float> half, Span<float> target)
    {
        ref float from = ref MemoryMarshal.GetReference(source);
        int lanes = Vector<float>.Count, x = 0;
        for (; x <= target.Length - (2 * lanes); x += 2 * lanes)
        {
            ref float middle = ref Unsafe.Add(ref from, offsets.Above[0] + x);
            Vector<float> one = Vector.LoadUnsafe(ref middle) * half[0], other = Vector.LoadUnsafe(ref middle, (nuint)lanes) * half[0];
            for (int k = 1; k < half.Length; k++)
            {
                var weight = new Vector<float>(half[k]);
                ref float above = ref Unsafe.Add(ref from, offsets.Above[k] + x), below = ref Unsafe.Add(ref from, offsets.Below[k] + x);
                one = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref above) + Vector.LoadUnsafe(ref below), weight, one);
                other = Vector.FusedMultiplyAdd(
                    Vector.LoadUnsafe(ref above, (nuint)lanes) + Vector.LoadUnsafe(ref below, (nuint)lanes), weight, other);
            }

            one.CopyTo(target[x..]);
            other.CopyTo(target[(x + lanes)..]);
        }

        for (; x < target.Length; x++)
        {
            float sum = source[offsets.Above[0] + x] * half[0];
            for (int k = 1; k < half.Length; k++)
                sum = MathF.FusedMultiplyAdd(source[offsets.Above[k] + x] + source[offsets.Below[k] + x], half[k], sum);
            target[x] = sum;
        }
    }
}
