using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>Finds the period of a recorded loop that plays through a song under everything else.</summary>
/// <remarks>
/// The autocorrelation of whitened, level-evened audio has a peak at the period and at its multiples. A programmed pattern has as strong
/// peaks at shorter lags, where its single sounds come again; a recorded loop has none.
/// </remarks>
internal static class LoopPeriod
{
    private const double ShortestSeconds = 0.5;
    private const double LongestSeconds = 20;
    private const int MostSamples = 1 << 20;
    private const double LeastPeak = 0.04;
    private const double LeastPeakOfTwo = 0.06;

    /// <summary>A passage that comes back as a whole has a higher peak than a loop under other music.</summary>
    private const double HighestPeakOfTwo = 0.35;

    /// <summary>The period in samples (a fraction where several repetitions tell), or null when no loop plays.</summary>
    public static double? Find(WhitenedSong song)
    {
        float[] r = Autocorrelation(EvenedExcerpt(song));
        int shortest = song.Samples(ShortestSeconds), longest = (int)Math.Min(LongestSeconds * song.Rate, 0.6 * r.Length);
        double? best = null;
        double bestScore = 0;
        foreach (int lag in Highest(r, shortest, longest, 12))
        {
            (double period, double score) = Refine(r, lag);
            if (score > bestScore && Unrivalled(r, lag, song.Rate))
                (best, bestScore) = (period, score);
        }

        return best;
    }

    private static float[] EvenedExcerpt(WhitenedSong song)
    {
        int length = Math.Min(song.Length, MostSamples), start = (song.Length - length) / 2;
        var mono = new float[length];
        for (int c = 0; c < song.Channels; c++)
            TensorPrimitives.Add(mono, song.Window(c, start, length), mono);
        int half = Math.Max(1, song.Samples(0.015));
        var prefix = new double[length + 1];
        for (int i = 0; i < length; i++)
            prefix[i + 1] = prefix[i] + (double)mono[i] * mono[i];
        double floor = 1e-6 * prefix[length] / Math.Max(1, length) + 1e-20;
        for (int i = 0; i < length; i++)
        {
            int from = Math.Max(0, i - half), to = Math.Min(length, i + half);
            mono[i] /= (float)Math.Sqrt((prefix[to] - prefix[from]) / (to - from) + floor);
        }

        return mono;
    }

    /// <summary>Unbiased, r(0) = 1.</summary>
    private static float[] Autocorrelation(float[] x)
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

    private static List<int> Highest(float[] r, int from, int to, int count)
    {
        var best = new PriorityQueue<int, float>();
        for (int i = Math.Max(1, from); i < to; i++)
        {
            if (r[i] < LeastPeak || r[i] < r[i - 1] || r[i] < r[i + 1])
                continue;
            best.Enqueue(i, r[i]);
            if (best.Count > count)
                best.Dequeue();
        }

        return [.. best.UnorderedItems.Select(item => item.Element).Order()];
    }

    /// <summary>No shorter lag may have half the height, or the song is a programmed pattern.</summary>
    private static bool Unrivalled(float[] r, int lag, int rate)
    {
        int near = (int)(0.05 * rate), to = Math.Min(3 * lag + near, (int)(0.75 * r.Length));
        for (int other = (int)(0.12 * rate); other < to; other++)
        {
            int offset = other % lag;
            if (Math.Min(offset, lag - offset) > near || other < lag / 2)
            {
                if (r[other] >= 0.5f * r[lag])
                    return false;
            }
        }

        return true;
    }

    /// <summary>The exact period from the largest multiple at hand, and the least height of the multiples; score 0 is no loop.</summary>
    private static (double Period, double Score) Refine(float[] r, int lag)
    {
        double period = lag, least = double.PositiveInfinity;
        int multiples = 0;
        for (int k = 1; k <= 3 && k * period < 0.75 * r.Length; k++)
        {
            int near = (int)Math.Round(k * period), reach = 3 + k, from = near - reach;
            int at = from + TensorPrimitives.IndexOfMax<float>(r.AsSpan(from, Math.Min(2 * reach + 1, r.Length - from)));
            least = Math.Min(least, r[at]);
            period = (double)at / k;
            multiples++;
        }

        bool loop = multiples >= 3 ? least >= LeastPeak : least is >= LeastPeakOfTwo and <= HighestPeakOfTwo;
        return (period, loop ? least * Math.Sqrt(multiples) : 0);
    }
}
