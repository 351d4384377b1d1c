using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>Picks the onsets of music that is played: peaks of the flux that stand out in their song.</summary>
internal static class FluxOnsets
{
    private const int PeakRadius = 6, MedianRadius = 20, LeastGap = 6;

    /// <summary>dB by which a peak stands above the median of its 200 ms, and its least share of the song's strong onsets.</summary>
    private const float LeastRiseDb = 1.5f, LeastShare = 0.1f;

    /// <summary>Rising onset samples.</summary>
    public static List<int> Find(Sound song)
    {
        var bands = new LogBands(song);
        float[] flux = bands.Flux;
        List<int> peaks = Peaks(flux);
        float[] heights = [.. peaks.Select(t => flux[t]).Order()];
        float least = heights.Length == 0 ? 0 : LeastShare * heights[(int)(0.8 * (heights.Length - 1))];
        var onsets = new List<int>();
        int last = -LeastGap;
        foreach (int t in peaks)
        {
            if (flux[t] < least || t - last < LeastGap)
                continue;
            last = t;

            // The flux looks 20 ms back through a frame of 23 ms: its peak is a hop after the attack.
            onsets.Add(Math.Max(0, (t - 1) * bands.Hop));
        }

        return onsets;
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
