using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>A lag at which a song is like itself.</summary>
/// <param name="Lag">The lag in samples.</param>
/// <param name="Height">Autocorrelation there; 1 at lag 0.</param>
/// <param name="Near">The largest magnitude within ± 30 ms of it, against its height: small where the lag is exact to the sample.</param>
internal readonly record struct LagPeak(int Lag, float Height, float Near);

/// <summary>The autocorrelation of an evened song and its peaks.</summary>
internal static class LagPeaks
{
    private const double NearSeconds = 0.030;

    /// <summary>Samples on either side that belong to a peak.</summary>
    private const int Width = 12;

    /// <summary>Unbiased, r(0) = 1.</summary>
    public static float[] Autocorrelation(float[] x)
    {
        int size = 2;
        while (size < 2 * x.Length)
            size *= 2;
        var fft = new RealFft<float>(size);
        var time = new float[size];
        x.CopyTo(time, 0);
        var re = new float[fft.Bins];
        var im = new float[fft.Bins];
        fft.Forward(time, re, im);
        TensorPrimitives.Multiply(re, re, re);
        TensorPrimitives.MultiplyAdd(im, im, re, re);
        im.AsSpan().Clear();
        fft.Inverse(re, im, time);
        var r = new float[x.Length];
        double zero = Math.Max(1e-20, time[0] / Math.Max(1, x.Length));
        for (int lag = 0; lag < r.Length; lag++)
            r[lag] = (float)(time[lag] / (x.Length - lag) / zero);
        return r;
    }

    /// <summary>The lags of a range that have the largest value within ± 30 ms.</summary>
    public static List<LagPeak> Find(float[] r, Range range, float least, int rate)
    {
        int from = range.Start.Value, to = Math.Min(range.End.Value, r.Length), reach = Reach(rate);
        var peaks = new List<LagPeak>();
        for (int block = from; block < to; block += reach)
        {
            int at = block + TensorPrimitives.IndexOfMax<float>(r.AsSpan(block, Math.Min(reach, to - block)));
            int first = Math.Max(0, at - reach), last = Math.Min(r.Length, at + reach + 1);
            if (r[at] >= least && r[at] >= TensorPrimitives.Max<float>(r.AsSpan(first, last - first)))
                peaks.Add(new LagPeak(at, r[at], Near(r, at, 1, rate)));
        }

        return peaks;
    }

    /// <summary>
    /// The same ratio for the mean of the first <paramref name="multiples"/> multiples of a period: what else comes again nearly then is
    /// off by another part of each.
    /// </summary>
    public static float Near(float[] r, double period, int multiples, int rate)
    {
        int reach = Reach(rate);
        double centre = Math.Max(1e-9, Mean(r, period, multiples, 0)), largest = 0;
        for (int offset = -reach; offset <= reach; offset++)
        {
            if (Math.Abs(offset) > Width)
                largest = Math.Max(largest, Math.Abs(Mean(r, period, multiples, offset)));
        }

        return (float)(largest / centre);
    }

    private static double Mean(float[] r, double period, int multiples, int offset)
    {
        double sum = 0;
        for (int k = 1; k <= multiples; k++)
            sum += r[Math.Clamp((int)Math.Round(k * (period + offset)), 0, r.Length - 1)];
        return sum / multiples;
    }

    private static int Reach(int rate) => Math.Max(2 * Width, (int)(NearSeconds * rate));
}
