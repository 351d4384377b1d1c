using System.Numerics;
using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>Loudness and sign changes of frames of samples.</summary>
/// <remarks>Equals librosa 0.11's rms(y=…) and zero_crossing_rate.</remarks>
public static class FrameLevels
{
    private const float Silence = 1e-10f;

    /// <summary>The root mean square of each frame of the mean of a sound's channels.</summary>
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
        FrameLoop.Run(rms.Length, (start, count) =>
        {
            using var scratch = new Rented<float>(frames.FftLength);
            for (int t = start; t < start + count; t++)
            {
                Frames.Copy(mono[0], ((long)t * frames.HopLength) - frames.Padding, scratch.Span, frames.Edges);
                rms[t] = (float)Math.Sqrt(TensorPrimitives.SumOfSquares<float>(scratch.Span) / (double)frames.FftLength);
            }
        });
        return rms;
    }

    /// <summary>Sign changes of each frame over its samples; numbers within 10⁻¹⁰ of zero count as positive. There are none outside the
    /// sound, whatever its edges.</summary>
    /// <inheritdoc cref="Rms"/>
    public static float[] ZeroCrossingRate(Sound sound, StftOptions? frames = null)
    {
        ArgumentNullException.ThrowIfNull(sound);
        sound.Check(nameof(sound), 0);
        frames ??= new();
        Sound mono = sound.ToMono();
        var rate = new float[frames.FramesOf(mono.Length)];
        FrameLoop.Run(rate.Length, (start, count) =>
        {
            for (int t = start; t < start + count; t++)
            {
                (int from, int to) = Inside(t, mono.Length, frames);
                rate[t] = (float)(Crossings(mono[0][from..to]) / (double)frames.FftLength);
            }
        });
        return rate;
    }

    /// <summary>How many samples have another sign than the one before.</summary>
    private static int Crossings(ReadOnlySpan<float> samples)
    {
        int count = 0, n = 1, lane = Vector<float>.Count;
        Vector<float> limit = new(-Silence);
        Vector<int> crossings = Vector<int>.Zero;
        for (; n <= samples.Length - lane; n += lane)
        {
            // A comparison is −1 in each place where it is true.
            Vector<int> now = Vector.LessThan(new Vector<float>(samples[n..]), limit);
            crossings += now ^ Vector.LessThan(new Vector<float>(samples[(n - 1)..]), limit);
        }

        for (; n < samples.Length; n++)
            count += samples[n] < -Silence != samples[n - 1] < -Silence ? 1 : 0;
        return count - Vector.Sum(crossings);
    }

    private static (int From, int To) Inside(int frame, int length, StftOptions frames)
    {
        long start = ((long)frame * frames.HopLength) - frames.Padding;
        int from = (int)Math.Clamp(start, 0, length);
        return (from, (int)Math.Clamp(start + frames.FftLength, from, length));
    }
}
