using System.Buffers;
using System.Numerics.Tensors;

namespace Cymatic.Imaging;

/// <summary>
/// What each target pixel of one axis takes from which source pixels: <see cref="Taps"/> neighbours from <see cref="First"/> on, with
/// 16-bit weights that sum to exactly 1. Taps are a multiple of 4 and entries a multiple of 4, padded by zeros, so that kernels have no
/// tails.
/// </summary>
internal sealed class AxisWeights
{
    private const int MostBits = 20;

    private AxisWeights(int[] first, int taps, short[] weights, int bits) => (First, Taps, Weights, Bits) = (first, taps, weights, bits);

    /// <summary>Binary digits after the point of a weight: as many as the largest weight leaves.</summary>
    public int Bits { get; }

    /// <summary>
    /// The first source pixel of each target pixel, rising; First + Taps lies in the source, or Taps exceeds it and First is 0.
    /// </summary>
    public int[] First { get; }

    /// <summary>Weights of each target pixel.</summary>
    public int Taps { get; }

    /// <summary>Target pixel after target pixel.</summary>
    public short[] Weights { get; }

    /// <summary>Whether nothing changes.</summary>
    public bool IsIdentity { get; private init; }

    /// <summary>The weights of all pixels alike, an even number, or none where pixels have weights of their own.</summary>
    public short[] Kernel { get; private init; } = [];

    /// <summary>Binary digits after the point of a weight of <see cref="Kernel"/>.</summary>
    public int KernelBits { get; private init; }

    /// <summary>How many pixels before its own a pixel's <see cref="Kernel"/> begins.</summary>
    public int Radius { get; private init; }

    /// <summary>Whether results can leave the range of what they are made of.</summary>
    public bool Overshoots { get; private init; }

    /// <summary>Rounds a table of weights.</summary>
    /// <param name="from">Source pixels.</param>
    /// <param name="to">Target pixels.</param>
    /// <param name="span">The source pixels that target pixel x needs, not limited to the source.</param>
    /// <param name="fill">Writes the weights of target pixel x for the pixels from the first limited one on.</param>
    public static AxisWeights Create(int from, int to, Func<int, (int First, int End)> span, FillWeights fill)
    {
        int longest = 1;
        for (int x = 0; x < to; x++)
        {
            var (first, end) = Limit(span(x), from);
            longest = Math.Max(longest, end - first);
        }

        int taps = (longest + 3) & ~3, entries = (to + 3) & ~3;
        var starts = new int[entries];
        double[] rented = ArrayPool<double>.Shared.Rent(entries * taps);
        Span<double> exact = rented.AsSpan(0, entries * taps);
        exact.Clear();
        for (int x = 0; x < to; x++)
        {
            var (first, end) = Limit(span(x), from);
            starts[x] = Math.Max(0, Math.Min(first, from - taps));
            Span<double> values = exact.Slice((x * taps) + first - starts[x], end - first);
            fill(x, first, values);
            TensorPrimitives.Divide(values, TensorPrimitives.Sum<double>(values), values);
        }

        double largest = TensorPrimitives.MaxMagnitude<double>(exact);
        int bits = Math.Min(MostBits, (int)Math.Floor(Math.Log2(32000 / Math.Abs(largest))));
        var weights = new short[exact.Length];
        for (int x = 0; x < to; x++)
            Round(exact.Slice(x * taps, taps), weights.AsSpan(x * taps, taps), bits);
        bool identity = from == to && IsUnit(starts, exact, taps, to);
        ArrayPool<double>.Shared.Return(rented);
        return new(starts, taps, weights, bits)
        {
            IsIdentity = identity,
            Overshoots = weights.AsSpan().ContainsAnyInRange(short.MinValue, (short)-1),
        };
    }

    /// <summary>The weights of a symmetric curve about each of n pixels; beyond the ends the last pixel goes on.</summary>
    public static AxisWeights Symmetric(int n, int radius, Func<int, double> curve)
    {
        AxisWeights axis = Create(n, n, x => (x - radius, x + radius + 1), (x, first, weights) =>
        {
            for (int offset = -radius; offset <= radius; offset++)
                weights[Math.Clamp(x + offset, 0, n - 1) - first] += curve(offset);
        });
        var exact = new double[(2 * radius) + 2];
        for (int offset = -radius; offset <= radius; offset++)
            exact[radius + offset] = curve(offset);
        TensorPrimitives.Divide(exact, TensorPrimitives.Sum<double>(exact), exact);
        int bits = Math.Min(MostBits, (int)Math.Floor(Math.Log2(32000 / exact[radius])));
        var kernel = new short[exact.Length];
        Round(exact, kernel, bits);
        return new(axis.First, axis.Taps, axis.Weights, axis.Bits)
        {
            IsIdentity = axis.IsIdentity,
            Kernel = kernel,
            KernelBits = bits,
            Radius = radius,
        };
    }

    // At least one pixel, also where the span lies outside the source.
    private static (int First, int End) Limit((int First, int End) span, int from)
    {
        int first = Math.Clamp(span.First, 0, from - 1);
        return (first, Math.Clamp(span.End, first + 1, from));
    }

    // The sum stays exactly 1: what rounding leaves over goes to the largest weight.
    private static void Round(ReadOnlySpan<double> exact, Span<short> rounded, int bits)
    {
        int rest = 1 << bits, largest = 0;
        for (int i = 0; i < exact.Length; i++)
        {
            rounded[i] = (short)Math.Round(exact[i] * (1 << bits));
            rest -= rounded[i];
            if (rounded[i] > rounded[largest])
                largest = i;
        }

        rounded[largest] += (short)rest;
    }

    private static bool IsUnit(int[] starts, ReadOnlySpan<double> exact, int taps, int to)
    {
        for (int x = 0; x < to; x++)
        {
            int own = x - starts[x];
            if ((uint)own >= (uint)taps || Math.Abs(exact[(x * taps) + own] - 1) > 1e-12)
                return false;
        }

        return true;
    }
}

/// <summary>Writes the weights of target pixel x for the source pixels first, first + 1, …; their sum is made 1.</summary>
internal delegate void FillWeights(int x, int first, Span<double> weights);
