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

    /// <summary>Counts numbers in as many equal bins as there are counters, from the smallest number to the largest, as numpy.histogram.</summary>
    /// <returns>The smallest and the largest number; one apart where they are equal, as NumPy widens them.</returns>
    public static (double Low, double High) Count(ReadOnlySpan<float> values, Span<int> counts)
    {
        counts.Clear();
        double low = TensorPrimitives.Min(values), high = TensorPrimitives.Max(values);
        if (!double.IsFinite(low) || !double.IsFinite(high))
            throw new ArgumentException("A picture with infinite numbers, or with some that are none, has no histogram.", nameof(values));
        if (low == high)
            (low, high) = (low - 0.5, high + 0.5);
        int last = counts.Length - 1;
        double scale = counts.Length / (high - low), step = (high - low) / counts.Length;
        foreach (float value in values)
        {
            int bin = Math.Min((int)((value - low) * scale), last);
            // The product may round across an edge; bins are closed below.
            if (value < low + (bin * step))
                bin--;
            else if (bin < last && value >= low + ((bin + 1) * step))
                bin++;
            counts[bin]++;
        }

        return (low, high);
    }
}
