using System.Numerics;

namespace Cymatic.Imaging;

/// <summary>Spreads grey values so that every value is as frequent as every other.</summary>
/// <remarks>
/// Results are those of skimage.exposure.equalize_hist: for numbers by 256 bins over their range with linear interpolation of the
/// cumulative distribution, within 1e-6; for bytes with a bin for each, within half a step of 255.
/// </remarks>
public static class HistogramEqualization
{
    /// <summary>Makes grey numbers the share of pixels that are at most as light: 0 … 1.</summary>
    /// <param name="grey">The picture, which changes; all of it finite.</param>
    /// <param name="bins">Bins of the histogram, 2 to 65,536.</param>
    /// <exception cref="ArgumentException">A picture with numbers that are not finite.</exception>
    public static void EqualizeHistogram(this Plane<float> grey, int bins = 256)
    {
        ArgumentNullException.ThrowIfNull(grey);
        if (bins is < 2 or > 65536)
            throw new ArgumentOutOfRangeException(nameof(bins), bins, "A histogram has 2 to 65,536 bins.");
        Span<int> counts = bins <= 1024 ? stackalloc int[bins] : new int[bins];
        Span<float> shares = bins <= 1024 ? stackalloc float[bins + 1] : new float[bins + 1];
        var (low, high) = GreyHistogram.Count(grey.Values, counts);
        Cumulate(counts, shares);
        shares[bins] = 1;
        double step = (high - low) / bins;
        Interpolate(grey.Values, (float)(low + (step / 2)), (float)(1 / step), shares);
    }

    /// <summary>Makes grey bytes the share of pixels that are at most as light, in 255ths.</summary>
    public static void EqualizeHistogram(this Plane<byte> grey)
    {
        ArgumentNullException.ThrowIfNull(grey);
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        GreyHistogram.Count(grey.Values, counts);
        Span<byte> table = stackalloc byte[256];
        Table(counts, table);
        foreach (ref byte value in grey.Values)
            value = table[value];
    }

    /// <summary>Makes a frame grey and equalizes it; alpha stays. Transparent pixels count as black.</summary>
    public static void EqualizeHistogram(this Frame frame, LumaWeights weights)
    {
        ArgumentNullException.ThrowIfNull(frame);
        Span<int> counts = stackalloc int[256];
        Span<byte> table = stackalloc byte[256];
        counts.Clear();
        GreyFrame.Count(frame, weights, counts);
        Table(counts, table);
        GreyFrame.LookUp(frame, table);
    }

    // Constant outside the middles of the first and the last bin; shares have one more than there are bins.
    private static void Interpolate(Span<float> values, float first, float perStep, ReadOnlySpan<float> shares)
    {
        int lanes = Vector<float>.Count, i = 0;
        Span<int> bins = stackalloc int[lanes];
        Span<float> parts = stackalloc float[lanes];
        Vector<float> zero = new(first), most = new(shares.Length - 2);
        for (; i <= values.Length - lanes; i += lanes)
        {
            Span<float> next = values.Slice(i, lanes);
            Vector<float> at = Vector.Max(Vector<float>.Zero, Vector.Min((new Vector<float>(next) - zero) * perStep, most));
            Vector<float> whole = Vector.Floor(at);
            Vector.ConvertToInt32Native(whole).CopyTo(bins);
            (at - whole).CopyTo(parts);
            for (int k = 0; k < next.Length; k++)
                next[k] = shares[bins[k]] + ((shares[bins[k] + 1] - shares[bins[k]]) * parts[k]);
        }

        for (; i < values.Length; i++)
        {
            float at = Math.Clamp((values[i] - first) * perStep, 0, shares.Length - 2);
            values[i] = shares[(int)at] + ((shares[(int)at + 1] - shares[(int)at]) * (at - (int)at));
        }
    }

    private static void Table(ReadOnlySpan<int> counts, Span<byte> table)
    {
        Span<float> shares = stackalloc float[256];
        Cumulate(counts, shares);
        for (int i = 0; i < 256; i++)
            table[i] = (byte)MathF.Round(shares[i] * 255);
    }

    private static void Cumulate(ReadOnlySpan<int> counts, Span<float> shares)
    {
        long total = 0, sum = 0;
        foreach (int count in counts)
            total += count;
        for (int i = 0; i < counts.Length; i++)
        {
            sum += counts[i];
            shares[i] = (float)(sum / (double)total);
        }
    }
}
