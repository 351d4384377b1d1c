using System.Numerics;
using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>How far peaks rise above valleys in octave bands.</summary>
/// <remarks>Jiang, Lu, Zhang, Tao and Cai, ICME 2002. Equals librosa 0.11's spectral_contrast.</remarks>
public static class SpectralContrast
{
    /// <summary>The contrast in dB: frames × (octaves + 1), the first band below the lowest octave.</summary>
    /// <param name="magnitudes">Frames × bins from 0 to half the rate.</param>
    /// <param name="lowestHz">Where the lowest octave begins.</param>
    /// <param name="octaves">Number of octaves; all must begin below half the rate.</param>
    /// <param name="share">Share of a band's bins that are its peaks, and its valleys.</param>
    /// <exception cref="ArgumentException">An octave begins above half the rate, or a parameter is out of its range.</exception>
    public static FeatureSeries Of(Spectrogram magnitudes, double lowestHz = 200, int octaves = 6, double share = 0.02)
    {
        ArgumentNullException.ThrowIfNull(magnitudes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lowestHz);
        ArgumentOutOfRangeException.ThrowIfLessThan(octaves, 1);
        if (share is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "The share must lie between 0 and 1.");
        magnitudes.Check(nameof(magnitudes));
        (int From, int To, int Few)[] bands = Bands(magnitudes.FrequenciesHz, lowestHz, octaves, share);
        float[] peaks = new float[magnitudes.Frames * bands.Length], valleys = new float[peaks.Length];
        FrameLoop.Run(magnitudes.Frames, (start, count) =>
        {
            using var scratch = new Rented<float>(bands.Max(band => band.Few));
            for (int i = start * bands.Length; i < (start + count) * bands.Length; i++)
            {
                (int from, int to, int few) = bands[i % bands.Length];
                ReadOnlySpan<float> levels = magnitudes[i / bands.Length][from..to];
                peaks[i] = -MeanOfLeast(levels, -1, scratch.Span[..few]);
                valleys[i] = MeanOfLeast(levels, 1, scratch.Span[..few]);
            }
        });
        Decibels.FromPower(peaks, peaks);
        Decibels.FromPower(valleys, valleys);
        TensorPrimitives.Subtract(peaks, valleys, peaks);
        return new(peaks, bands.Length, magnitudes.Grid);
    }

    /// <summary>Bins of each band, which begins with the last bin below it and leaves its own last bin to the next, and how many are
    /// few.</summary>
    private static (int From, int To, int Few)[] Bands(double[] hz, double lowestHz, int octaves, double share)
    {
        var bands = new (int, int, int)[octaves + 1];
        for (int k = 0; k <= octaves; k++)
        {
            double low = k == 0 ? 0 : lowestHz * Math.Pow(2, k - 1), high = lowestHz * Math.Pow(2, k);
            if (low >= hz[^1])
                throw new ArgumentException($"Octave {k} begins at {low} Hz, not below half the rate, {hz[^1]} Hz.", nameof(octaves));
            int from = Array.FindIndex(hz, f => f >= low), to = Array.FindLastIndex(hz, f => f <= high) + 1;
            from -= k > 0 ? 1 : 0;
            to = k == octaves ? hz.Length : to;
            int few = Math.Max(1, (int)Math.Round(share * (to - from), MidpointRounding.ToEven));
            to -= k < octaves ? 1 : 0;
            if (to - from < few)
                throw new ArgumentException($"There are {to - from} bins from {low} to {high} Hz: too few.", nameof(lowestHz));
            bands[k] = (from, to, few);
        }

        return bands;
    }

    /// <summary>The mean of the smallest of the numbers, times a sign; as many as <paramref name="least"/> takes, kept sorted
    /// there.</summary>
    private static float MeanOfLeast(ReadOnlySpan<float> levels, float sign, Span<float> least)
    {
        least.Fill(float.PositiveInfinity);
        int k = 0, lane = Vector<float>.Count;
        for (; k <= levels.Length - lane; k += lane)
        {
            // Soon most numbers are none of the smallest: whole vectors are passed over.
            if (Vector.LessThanAny(new Vector<float>(levels[k..]) * sign, new Vector<float>(least[^1])))
                Insert(levels.Slice(k, lane), sign, least);
        }

        Insert(levels[k..], sign, least);
        return TensorPrimitives.Average<float>(least);
    }

    private static void Insert(ReadOnlySpan<float> levels, float sign, Span<float> least)
    {
        foreach (float level in levels)
        {
            float x = sign * level;
            int at = least.Length - 1;
            if (x >= least[at])
                continue;
            for (; at > 0 && least[at - 1] > x; at--)
                least[at] = least[at - 1];
            least[at] = x;
        }
    }
}
