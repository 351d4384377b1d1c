namespace Cymatic.Signal;

/// <summary>How far the pitches of a sound lie from those of A = 440 Hz.</summary>
/// <remarks>Equals librosa 0.11's estimate_tuning: peaks of each frame by a parabola (Smith, sinusoidal peak interpolation), then a
/// histogram.</remarks>
public static class Tuning
{
    private const double LowestHz = 150, HighestHz = 4000;
    private const float PeakShare = 0.1f;

    /// <summary>The tuning of a spectrogram of a Fourier transform.</summary>
    /// <param name="levels">Magnitudes or powers, bins from 0 to half the rate.</param>
    /// <param name="perOctave">Steps in an octave.</param>
    /// <param name="resolution">Width of a step of the answer, as a share of a step of the octave.</param>
    /// <returns>From −½ to below ½ steps; 0 when there are no peaks.</returns>
    public static double Estimate(Spectrogram levels, int perOctave = 12, double resolution = 0.01)
    {
        ArgumentNullException.ThrowIfNull(levels);
        ArgumentOutOfRangeException.ThrowIfLessThan(perOctave, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(resolution);
        levels.Check(nameof(levels));
        List<(float Hz, float Level)> peaks = Peaks(levels);
        if (peaks.Count == 0)
            return 0;
        float threshold = NotNegativeMedian.Of([.. peaks.Select(peak => peak.Level)]);
        var counts = new int[(int)Math.Ceiling(1 / resolution)];
        foreach ((float hz, float level) in peaks)
        {
            if (level < threshold)
                continue;
            double steps = perOctave * Math.Log2(hz / 27.5), rest = steps - Math.Floor(steps);
            counts[Math.Clamp((int)Math.Floor(((rest >= 0.5 ? rest - 1 : rest) + 0.5) * counts.Length), 0, counts.Length - 1)]++;
        }

        return ((double)Array.IndexOf(counts, counts.Max()) / counts.Length) - 0.5;
    }

    private static List<(float Hz, float Level)> Peaks(Spectrogram levels)
    {
        var peaks = new List<(float Hz, float Level)>();
        FrameLoop.Run(levels.Frames, (start, count) =>
        {
            var found = new List<(float Hz, float Level)>();
            for (int frame = start; frame < start + count; frame++)
                AddPeaks(levels, frame, found);

            // In any order: they are only sorted and counted.
            lock (peaks)
                peaks.AddRange(found);
        });
        return peaks;
    }

    private static void AddPeaks(Spectrogram levels, int frame, List<(float Hz, float Level)> peaks)
    {
        ReadOnlySpan<float> x = levels[frame];
        float least = PeakShare * System.Numerics.Tensors.TensorPrimitives.Max(x);
        double binHz = levels.FrequenciesHz[^1] / (x.Length - 1);
        int from = Math.Max(1, (int)Math.Floor(LowestHz / binHz)), to = (int)Math.Min(x.Length - 1, Math.Ceiling(HighestHz / binHz) + 1);
        for (int k = from; k < to; k++)
        {
            double hz = k * binHz;
            float before = x[k - 1] > least ? x[k - 1] : 0, after = x[k + 1] > least ? x[k + 1] : 0;
            if (hz < LowestHz || hz >= HighestHz || x[k] <= least || x[k] <= before || x[k] < after)
                continue;
            float shift = Parabola.Shift(x[k - 1], x[k], x[k + 1]);
            peaks.Add(((float)((k + shift) * binHz), x[k] + (0.25f * (x[k + 1] - x[k - 1]) * shift)));
        }
    }
}
