using System.Numerics;

namespace Cymatic.Imaging;

/// <summary>Grey pictures as black and white, and where to cut.</summary>
public static class GreyThreshold
{
    private const int Bins = 256;

    /// <summary>Fills a mask: 255 where a number is above the threshold, else 0.</summary>
    /// <exception cref="ArgumentException">A mask of another size.</exception>
    public static void ThresholdTo(this Plane<float> grey, Plane<byte> mask, double threshold)
    {
        SameSize.Check(grey, mask);
        ReadOnlySpan<float> values = grey.Values;
        Span<byte> above = mask.Values;
        // A double between two floats parts them as the lower float does.
        float limit = (float)threshold;
        if (limit > threshold)
            limit = MathF.BitDecrement(limit);
        int lanes = Vector<float>.Count, i = 0;
        var limits = new Vector<float>(limit);
        for (; i <= values.Length - (4 * lanes); i += 4 * lanes)
        {
            ReadOnlySpan<float> next = values[i..];
            Vector<short> low = Vector.Narrow(Above(next, limits), Above(next[lanes..], limits));
            Vector<short> high = Vector.Narrow(Above(next[(2 * lanes)..], limits), Above(next[(3 * lanes)..], limits));
            Vector.AsVectorByte(Vector.Narrow(low, high)).CopyTo(above[i..]);
        }

        for (; i < values.Length; i++)
            above[i] = values[i] > limit ? (byte)255 : (byte)0;
    }

    /// <summary>The threshold that parts a picture's numbers best into two groups; of one number, that number.</summary>
    /// <remarks>Otsu, IEEE SMC 9 (1979), eq. 18, on 256 bins; equal to skimage.filters.threshold_otsu within 1e-6.</remarks>
    /// <exception cref="ArgumentException">A picture with numbers that are not finite.</exception>
    public static double OtsuThreshold(this Plane<float> grey)
    {
        ArgumentNullException.ThrowIfNull(grey);
        ReadOnlySpan<float> values = grey.Values;
        if (!values.ContainsAnyExcept(values[0]))
            return values[0];
        Span<int> counts = stackalloc int[Bins];
        var (low, high) = GreyHistogram.Count(values, counts);
        double step = (high - low) / Bins;
        return Best(counts, low + (step / 2), step);
    }

    /// <summary>The threshold that parts a picture's bytes best into two groups; of one value, that value.</summary>
    public static byte OtsuThreshold(this Plane<byte> grey)
    {
        ArgumentNullException.ThrowIfNull(grey);
        Span<int> counts = stackalloc int[Bins];
        counts.Clear();
        GreyHistogram.Count(grey.Values, counts);
        int low = counts.IndexOfAnyExcept(0), high = counts.LastIndexOfAnyExcept(0);
        return low == high ? (byte)low : (byte)Best(counts[low..(high + 1)], low, 1);
    }

    private static Vector<int> Above(ReadOnlySpan<float> values, Vector<float> limits) =>
        Vector.GreaterThan(new Vector<float>(values), limits);

    // The bin after which the variance between both groups is largest.
    private static double Best(ReadOnlySpan<int> counts, double first, double step)
    {
        double total = 0, moment = 0;
        for (int i = 0; i < counts.Length; i++)
            (total, moment) = (total + counts[i], moment + (counts[i] * (first + (i * step))));
        double below = 0, momentBelow = 0, most = -1, best = first;
        for (int i = 0; i < counts.Length - 1; i++)
        {
            double centre = first + (i * step);
            below += counts[i];
            momentBelow += counts[i] * centre;
            double apart = (momentBelow / below) - ((moment - momentBelow) / (total - below));
            double variance = below * (total - below) * apart * apart;
            if (variance > most)
                (most, best) = (variance, centre);
        }

        return best;
    }
}
