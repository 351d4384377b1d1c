using System.Numerics.Tensors;

namespace Cymatic.Grid;

/// <summary>Finds the period of a recorded loop that plays through a song under everything else.</summary>
/// <remarks>
/// The autocorrelation of whitened, level-evened audio has a peak at the period and at its multiples, exact to the sample. Played or
/// programmed music has peaks too: where someone played, they are blurred; where a machine did, whole moments come again as they were and
/// others not at all. Under other music a loop comes again everywhere, and nowhere alone.
/// </remarks>
internal static class LoopPeriod
{
    private const double ShortestSeconds = 0.5;
    private const double LongestSeconds = 20;

    /// <summary>Share of the song that a period may be: the rest must come again.</summary>
    private const double LongestShare = 0.8;
    private const int MostSamples = 1 << 20;
    private const float LeastPeak = 0.04f;
    private const float LeastPeakOfTwo = 0.06f;

    /// <summary>A passage that comes back as a whole has a higher peak than a loop under other music.</summary>
    private const double HighestPeakOfTwo = 0.35;

    /// <summary>A multiple that is so much higher than another is the period.</summary>
    private const double MostUneven = 1.75;
    private const float MostNear = 0.5f;
    private const float MostNearOfRival = 0.6f;
    private const double FirstRivalSeconds = 0.12;

    /// <summary>A recorded pattern comes again after bars, a programmed one after beats, or more exactly at other lags.</summary>
    private const double BeatSeconds = 1.5;
    private const double MostUnlike = 1.3;

    private const double FrameSeconds = 0.125;

    /// <summary>Correlation from which on a frame comes again; by chance it is 0.013.</summary>
    private const double LeastAgain = 0.03;
    private const double LeastShareAgain = 0.5;

    /// <summary>Half of all frames may come again more exactly than this, of two or three repetitions one in ten.</summary>
    private const double MostAlike = 0.8;

    /// <summary>The period in samples (a fraction where several repetitions tell), or null when no loop plays.</summary>
    public static double? Find(WhitenedSong song)
    {
        float[] evened = EvenedExcerpt(song), r = LagPeaks.Autocorrelation(evened);
        int longest = (int)(LongestShare * r.Length);
        List<LagPeak> peaks = LagPeaks.Find(r, song.Samples(FirstRivalSeconds)..longest, LeastPeak / 2, song.Rate);
        double? best = null;
        double bestScore = 0;
        foreach (LagPeak peak in peaks.Where(p => p.Height >= LeastPeak))
        {
            if (peak.Lag < song.Samples(ShortestSeconds) || peak.Lag > song.Samples(LongestSeconds))
                continue;
            (double period, double least, int multiples) = Refine(r, peak.Lag);
            double score = least * Math.Sqrt(Math.Min(3, multiples));
            if (score > bestScore && least >= (multiples >= 3 ? LeastPeak : LeastPeakOfTwo)
                && LagPeaks.Near(r, period, multiples, song.Rate) < MostNear
                && IsLoop(evened, peaks, (period, least, multiples), song.Rate))
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

    /// <summary>
    /// The exact period from the largest multiple at hand, the least height of three, and how many multiples there are (8 at most);
    /// height 0 when only some of them are periods.
    /// </summary>
    private static (double Period, double Least, int Multiples) Refine(float[] r, int lag)
    {
        double period = lag, least = r[lag], most = least;
        int multiples = 1;
        for (int k = 2; k <= 8 && k * period + k + 3 < LongestShare * r.Length; k++)
        {
            int near = (int)Math.Round(k * period), reach = 3 + k, from = near - reach;
            int at = from + TensorPrimitives.IndexOfMax<float>(r.AsSpan(from, 2 * reach + 1));
            if (k <= 3)
                (least, most) = (Math.Min(least, r[at]), Math.Max(most, r[at]));
            period = (double)at / k;
            multiples = k;
        }

        return (period, most > MostUneven * least ? 0 : least, multiples);
    }

    /// <summary>
    /// A programmed pattern has as strong and as exact peaks at other lags, where its single sounds come again. A loop of which the song
    /// holds two or three repetitions may have a pattern itself, but not one of beats, and no moments that come again alone.
    /// </summary>
    private static bool IsLoop(float[] evened, List<LagPeak> peaks, (double Period, double Least, int Multiples) loop, int rate)
    {
        LagPeak[] rivals = [.. peaks.Where(p =>
            p.Near < MostNearOfRival && p.Height >= 0.5 * loop.Least && !IsMultiple(p.Lag, loop.Period, 0.05 * rate))];
        bool often = loop.Multiples > 2;
        if (often ? rivals.Length > 0 : loop.Least > HighestPeakOfTwo || rivals.Any(IsPattern))
            return false;
        double[] again = Again(evened, (int)Math.Round(loop.Period), (int)(FrameSeconds * rate));
        return again.Length > 0 && again.Count(c => c > LeastAgain) >= LeastShareAgain * again.Length
            && again[(int)((often ? 0.5 : 0.9) * (again.Length - 1))] < MostAlike;
        bool IsPattern(LagPeak p) => p.Lag < BeatSeconds * rate || p.Height > MostUnlike * loop.Least;
    }

    private static bool IsMultiple(int lag, double period, double near)
    {
        double times = Math.Round(lag / period);
        return times > 0 && Math.Abs(lag - times * period) < near;
    }

    /// <summary>How exactly each frame comes again a period later, the least first.</summary>
    private static double[] Again(float[] x, int period, int frame)
    {
        var again = new double[(x.Length - period) / frame];
        for (int f = 0; f < again.Length; f++)
        {
            ReadOnlySpan<float> a = x.AsSpan(f * frame, frame), b = x.AsSpan(f * frame + period, frame);
            double energies = (double)TensorPrimitives.SumOfSquares(a) * TensorPrimitives.SumOfSquares(b);
            again[f] = TensorPrimitives.Dot(a, b) / Math.Sqrt(energies + 1e-20);
        }

        Array.Sort(again);
        return again;
    }
}
