using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>
/// Picks the onsets of music that is played: peaks of the flux that stand out in their song, and changes of the spectrum, by which bows,
/// breath and voices go from one note to the next without an attack.
/// </summary>
internal static class FluxOnsets
{
    private const int PeakRadius = 6, MedianRadius = 20, LeastGap = 6;

    /// <summary>dB by which a peak stands above the median of its 200 ms, and its least share of the song's strong onsets.</summary>
    private const float LeastRiseDb = 1.5f, LeastShare = 0.1f;

    /// <summary>Novelty of the spectrum against the song's median that is another note.</summary>
    private const float LeastChange = 1.6f;

    /// <summary>dB by which the bands that rise most do so: at a peak of the flux, and where there is none.</summary>
    private const double LeastTopAtPeakDb = 7, LeastTopDb = 9;

    /// <summary>Where the level falls by more dB a note ends, and none begins.</summary>
    private const double MostFallDb = 6;

    /// <summary>The novelty is greatest so long after a start, for it leaves out the frames that hear both sides.</summary>
    private const double ChangeLagSeconds = 0.010;

    /// <summary>Changes so near an onset are part of its attack or of its decay.</summary>
    private const double ApartSeconds = 0.060;

    /// <summary>Rising onset samples.</summary>
    public static List<int> Find(Sound song)
    {
        var bands = new LogBands(song);
        List<int> sudden = Sudden(bands);
        int apart = (int)(ApartSeconds * song.SampleRate);
        var onsets = new List<int>(sudden);
        foreach (int change in Changes(song, bands))
        {
            int at = sudden.BinarySearch(change), after = at < 0 ? ~at : at;
            if ((after == sudden.Count || sudden[after] - change > apart) && (after == 0 || change - sudden[after - 1] > apart)
                && (onsets.Count == sudden.Count || change - onsets[^1] > apart))
            {
                onsets.Add(change);
            }
        }

        onsets.Sort();
        return onsets;
    }

    private static List<int> Sudden(LogBands bands)
    {
        float[] flux = bands.Flux;
        List<int> peaks = Peaks(flux);
        float[] heights = [.. peaks.Select(t => flux[t]).Order()];
        float least = heights.Length == 0 ? 0 : LeastShare * heights[(int)(0.8 * (heights.Length - 1))];
        var onsets = new List<int>();
        int last = -LeastGap;
        foreach (int t in peaks)
        {
            if (flux[t] < least || t - last < LeastGap || !Rises(bands, t))
                continue;
            last = t;

            // The flux looks 20 ms back through a frame of 23 ms: its peak is a hop after the attack.
            onsets.Add(Math.Max(0, (t - 1) * bands.Hop));
        }

        return onsets;
    }

    /// <summary>Some bands rise for longer than noise does: the flux alone also hears the flutter of a hall that rings.</summary>
    private static bool Rises(LogBands bands, int frame)
    {
        for (int t = Math.Max(0, frame - PeakRadius); t <= frame + PeakRadius; t++)
        {
            if (bands.ChangeAt(t * bands.Hop).Top >= LeastTopAtPeakDb)
                return true;
        }

        return false;
    }

    private static IEnumerable<int> Changes(Sound song, LogBands bands)
    {
        const int radius = 10;
        float[] novelty = bands.NoveltyCurve();
        float least = novelty.Length == 0 ? 0 : LeastChange * novelty.Order().ElementAt(novelty.Length / 2);
        int lag = (int)(ChangeLagSeconds * song.SampleRate);
        for (int t = 0; t < novelty.Length; t++)
        {
            if (novelty[t] <= least || novelty[t] < TensorPrimitives.Max<float>(Around(novelty, t, radius)))
                continue;
            int at = Math.Max(0, t * bands.Hop - lag);
            if (bands.ChangeAt(t * bands.Hop).Top > LeastTopDb && ChangeDb(song, at) > -MostFallDb)
                yield return at;
        }
    }

    /// <summary>Level of the 50 ms after a sample against the 30 ms that end 10 ms before it.</summary>
    private static double ChangeDb(Sound song, int at)
    {
        double Power(double from, double to)
        {
            int first = Math.Clamp(at + (int)(from * song.SampleRate), 0, song.Length);
            int end = Math.Clamp(at + (int)(to * song.SampleRate), first, song.Length);
            return Enumerable.Range(0, song.Channels).Sum(c => TensorPrimitives.SumOfSquares(song[c][first..end]))
                / Math.Max(1.0, end - first) + 1e-12;
        }

        return 10 * Math.Log10(Power(0, 0.050) / Power(-0.040, -0.010));
    }

    private static List<int> Peaks(float[] flux)
    {
        var peaks = new List<int>();
        var near = new float[2 * MedianRadius + 1];
        for (int t = 0; t < flux.Length; t++)
        {
            if (flux[t] <= 0 || flux[t] < TensorPrimitives.Max<float>(Around(flux, t, PeakRadius)))
                continue;
            Span<float> around = near.AsSpan(0, Around(flux, t, MedianRadius).Length);
            Around(flux, t, MedianRadius).CopyTo(around);
            around.Sort();
            if (flux[t] >= around[around.Length / 2] + LeastRiseDb)
                peaks.Add(t);
        }

        return peaks;
    }

    private static Span<float> Around(float[] flux, int t, int radius) =>
        flux.AsSpan(Math.Max(0, t - radius)..Math.Min(flux.Length, t + radius + 1));
}
