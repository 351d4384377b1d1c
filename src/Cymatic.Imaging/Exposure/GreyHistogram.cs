using System.Numerics;
using System.Numerics.Tensors;

namespace Cymatic.Imaging;

/// <summary>Counts of grey values in equal bins, kept on the caller's stack or heap: methods fill spans.</summary>
internal static class GreyHistogram
{
    /// <summary>Adds the counts of bytes to 256 counters.</summary>
    public static void Count(ReadOnlySpan<byte> values, Span<int> counts)
    {
        // Four tables, so that a run of one value does not wait for its own counter.
        Span<int> tables = stackalloc int[3 * 256];
        Span<int> second = tables[..256], third = tables[256..512], fourth = tables[512..];
        int i = 0;
        for (; i <= values.Length - 4; i += 4)
        {
            counts[values[i]]++;
            second[values[i + 1]]++;
            third[values[i + 2]]++;
            fourth[values[i + 3]]++;
        }

        for (; i < values.Length; i++)
            counts[values[i]]++;
        TensorPrimitives.Add(counts, second, counts);
        TensorPrimitives.Add(counts, third, counts);
        TensorPrimitives.Add(counts, fourth, counts);
    }

    /// <summary>
    /// Counts numbers in as many equal bins as there are counters, from the smallest number to the largest, as numpy.histogram.
    /// </summary>
    /// <returns>The smallest and the largest number; one apart where they are equal, as NumPy widens them.</returns>
    public static (double Low, double High) Count(ReadOnlySpan<float> values, Span<int> counts)
    {
        counts.Clear();
        double low = TensorPrimitives.Min(values), high = TensorPrimitives.Max(values);
        if (!double.IsFinite(low) || !double.IsFinite(high))
            throw new ArgumentException("A picture with infinite numbers, or with some that are none, has no histogram.", nameof(values));
        if (low == high)
            (low, high) = (low - 0.5, high + 0.5);
        Fill(values, (low, high), counts);
        return (low, high);
    }

    // Bins in float32, eight and more at once; numbers that are close to an edge are looked at again in float64.
    private static void Fill(ReadOnlySpan<float> values, (double Low, double High) range, Span<int> counts)
    {
        int lanes = Vector<float>.Count, i = 0, last = counts.Length - 1;
        double scale = counts.Length / (range.High - range.Low);
        Span<int> bins = stackalloc int[lanes];
        Vector<float> close = new(1e-5f * counts.Length / 2), zero = new((float)range.Low);
        for (; i <= values.Length - lanes; i += lanes)
        {
            Vector<float> at = (new Vector<float>(values[i..]) - zero) * (float)scale, whole = Vector.Floor(at), rest = at - whole;
            if (Vector.LessThanAny(Vector.Min(rest, Vector<float>.One - rest), close))
            {
                for (int k = i; k < i + lanes; k++)
                    counts[Bin(values[k], range, (scale, last))]++;
                continue;
            }

            Vector.ConvertToInt32Native(whole).CopyTo(bins);
            foreach (int bin in bins)
                counts[bin]++;
        }

        for (; i < values.Length; i++)
            counts[Bin(values[i], range, (scale, last))]++;
    }

    private static int Bin(float value, (double Low, double High) range, (double Scale, int Last) bins)
    {
        int bin = Math.Min((int)((value - range.Low) * bins.Scale), bins.Last);
        double step = (range.High - range.Low) / (bins.Last + 1);
        // The product may round across an edge; bins are closed below.
        if (value < range.Low + (bin * step))
            return bin - 1;
        return bin < bins.Last && value >= range.Low + ((bin + 1) * step) ? bin + 1 : bin;
    }
}
