using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>Loudness and sign changes of frames of samples.</summary>
/// <remarks>Equals librosa 0.11's rms(y=…) and zero_crossing_rate.</remarks>
public static class FrameLevels
{
    private const float Silence = 1e-10f;

    /// <summary>The root mean square of each frame of the mean of a sound's channels; outside the sound is silence.</summary>
    /// <param name="sound">Any sound.</param>
    /// <param name="frames">Frames of FftLength samples without a window; null: 2048 every 512.</param>
    /// <exception cref="ArgumentException">A sample is not finite.</exception>
    public static float[] Rms(Sound sound, StftOptions? frames = null)
    {
        ArgumentNullException.ThrowIfNull(sound);
        sound.Check(nameof(sound), 0);
        frames ??= new();
        Sound mono = sound.ToMono();
        var rms = new float[frames.FramesOf(mono.Length)];
        for (int t = 0; t < rms.Length; t++)
        {
            (int from, int to) = Inside(t, mono.Length, frames);
            rms[t] = (float)Math.Sqrt(TensorPrimitives.SumOfSquares(mono[0][from..to]) / (double)frames.FftLength);
        }

        return rms;
    }

    /// <summary>Sign changes of each frame over its samples; numbers within 10⁻¹⁰ of zero count as positive.</summary>
    /// <inheritdoc cref="Rms"/>
    public static float[] ZeroCrossingRate(Sound sound, StftOptions? frames = null)
    {
        ArgumentNullException.ThrowIfNull(sound);
        sound.Check(nameof(sound), 0);
        frames ??= new();
        Sound mono = sound.ToMono();
        int[] before = CrossingsBefore(mono[0]);
        var rate = new float[frames.FramesOf(mono.Length)];
        for (int t = 0; t < rate.Length; t++)
        {
            (int from, int to) = Inside(t, mono.Length, frames);
            rate[t] = to > from ? (float)((before[to] - before[from + 1]) / (double)frames.FftLength) : 0;
        }

        return rate;
    }

    /// <summary>For each n the sign changes into samples before n.</summary>
    private static int[] CrossingsBefore(ReadOnlySpan<float> samples)
    {
        var before = new int[samples.Length + 1];
        bool last = false;
        for (int n = 0; n < samples.Length; n++)
        {
            bool negative = samples[n] < -Silence;
            before[n + 1] = before[n] + (n > 0 && negative != last ? 1 : 0);
            last = negative;
        }

        return before;
    }

    private static (int From, int To) Inside(int frame, int length, StftOptions frames)
    {
        long start = ((long)frame * frames.HopLength) - frames.Padding;
        int from = (int)Math.Clamp(start, 0, length);
        return (from, (int)Math.Clamp(start + frames.FftLength, from, length));
    }
}
