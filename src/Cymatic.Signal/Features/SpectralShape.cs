using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>The shape of each frame of a spectrogram in a number: all of them from one spectrogram of magnitudes, computed once.</summary>
/// <remarks>Equals librosa 0.11's features of the same names. Every method returns a number for each frame.</remarks>
public static class SpectralShape
{
    private delegate float Measure(ReadOnlySpan<float> levels, Span<float> scratch);

    /// <summary>The mean frequency in Hz, weighed by level; 0 where there is silence.</summary>
    /// <remarks>Klapuri and Davy, Signal Processing Methods for Music Transcription, 2006, chapter 5.</remarks>
    public static float[] Centroid(this Spectrogram levels)
    {
        float[] hz = Checked(levels);
        return Each(levels, (x, _) => Centroid(x, hz));
    }

    /// <summary>The root of the mean squared distance from the centroid in Hz, weighed by level.</summary>
    public static float[] Bandwidth(this Spectrogram levels)
    {
        float[] hz = Checked(levels);
        return Each(levels, (x, distance) =>
        {
            TensorPrimitives.Subtract(hz, Centroid(x, hz), distance);
            TensorPrimitives.Multiply(distance, distance, distance);
            float sum = TensorPrimitives.Sum(x);
            return MathF.Sqrt(TensorPrimitives.Dot(x, distance) / (sum < Nothing ? 1 : sum));
        });
    }

    /// <summary>The lowest frequency in Hz below which lies a share of the sum of all levels.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A share that does not lie between 0 and 1.</exception>
    public static float[] RollOff(this Spectrogram levels, double share = 0.85)
    {
        if (share is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "The share must lie between 0 and 1.");
        float[] hz = Checked(levels);
        return Each(levels, (x, sums) =>
        {
            float sum = 0;
            for (int k = 0; k < x.Length; k++)
                sums[k] = sum += x[k];
            float threshold = (float)(share * sum);
            int at = sums.BinarySearch(threshold);
            at = at >= 0 ? at : ~at;
            while (at > 0 && sums[at - 1] >= threshold)
                at--;
            return hz[Math.Min(at, hz.Length - 1)];
        });
    }

    /// <summary>The geometric mean of the levels to a power over their arithmetic mean: 1 for white noise, near 0 for a tone.</summary>
    /// <remarks>Dubnov, IEEE SPL 11(8), 2004. Numbers below 10⁻¹⁰ count as that.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A power that is not positive.</exception>
    public static float[] Flatness(this Spectrogram levels, double power = 2)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(power);
        Checked(levels);
        return Each(levels, (x, scratch) =>
        {
            if (power == 2)
                TensorPrimitives.Multiply(x, x, scratch);
            else
                TensorPrimitives.Pow(x, (float)power, scratch);
            TensorPrimitives.Max(scratch, 1e-10f, scratch);
            float mean = TensorPrimitives.Average<float>(scratch);
            TensorPrimitives.Log<float>(scratch, scratch);
            return MathF.Exp(TensorPrimitives.Average<float>(scratch)) / mean;
        });
    }

    /// <summary>The root mean square of the samples, by Parseval's theorem; under a window it is that of the windowed samples.</summary>
    /// <param name="magnitudes">What <see cref="Stft.Magnitude"/> made of transforms of an even length.</param>
    public static float[] Rms(this Spectrogram magnitudes)
    {
        Checked(magnitudes);
        double length = 2.0 * (magnitudes.Bins - 1);
        return Each(magnitudes, (x, _) =>
        {
            double ends = 0.5 * (((double)x[0] * x[0]) + ((double)x[^1] * x[^1]));
            return (float)Math.Sqrt(2 * (TensorPrimitives.SumOfSquares(x) - ends) / (length * length));
        });
    }

    /// <summary>The sum of the rises of the levels since the frame before; 0 in the first frame.</summary>
    /// <remarks>Half-wave rectified difference: Dixon, DAFx 2006, eq. 2. Its superflux form is <see
    /// cref="OnsetEnvelope.SuperFlux"/>.</remarks>
    public static float[] Flux(this Spectrogram levels)
    {
        Checked(levels);
        var flux = new float[levels.Frames];
        var rise = new float[levels.Bins];
        for (int frame = 1; frame < flux.Length; frame++)
        {
            TensorPrimitives.Subtract(levels[frame], levels[frame - 1], rise);
            TensorPrimitives.Max(rise, 0f, rise);
            flux[frame] = TensorPrimitives.Sum<float>(rise);
        }

        return flux;
    }

    private const float Nothing = 1.17549435e-38f;

    private static float Centroid(ReadOnlySpan<float> x, float[] hz)
    {
        float sum = TensorPrimitives.Sum(x);
        return TensorPrimitives.Dot(x, hz) / (sum < Nothing ? 1 : sum);
    }

    private static float[] Checked(Spectrogram levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        if (levels.Values.Length > 0 && !(TensorPrimitives.Min<float>(levels.Values) >= 0
            && float.IsFinite(TensorPrimitives.Max<float>(levels.Values))))
            throw new ArgumentException(
                $"The levels of {levels.Frames} frames of {levels.Bins} bins must be finite and not negative.", nameof(levels));
        return [.. levels.FrequenciesHz.Select(hz => (float)hz)];
    }

    private static float[] Each(Spectrogram levels, Measure measure)
    {
        var result = new float[levels.Frames];
        FrameLoop.Run(levels.Frames, (start, count) =>
        {
            using var scratch = new Rented<float>(levels.Bins);
            for (int frame = start; frame < start + count; frame++)
                result[frame] = measure(levels[frame], scratch.Span);
        });
        return result;
    }
}
