using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>Finds the fundamental frequency of a single voice.</summary>
/// <remarks>Equals librosa 0.11's yin and pyin.</remarks>
public static class PitchTracker
{
    /// <summary>The pitch of the mean of a sound's channels by YIN: a frequency in every frame, also where there is none.</summary>
    /// <remarks>de Cheveigné and Kawahara, JASA 111(4), 2002.</remarks>
    /// <exception cref="ArgumentException">The range of pitch does not fit the sample rate or the frames, or the sound is empty or not
    /// finite.</exception>
    public static PitchTrack Yin(Sound sound, PitchOptions? options = null, CancellationToken cancel = default)
    {
        (Sound mono, options, YinDifference yin) = Prepare(sound, options);
        var hz = new float[1 + (mono.Length / options.HopLength)];
        FrameLoop.Run(hz.Length, (start, count) =>
        {
            using var scratch = new Rented<float>(yin.Lags);
            for (int frame = start; frame < start + count; frame++)
            {
                yin.Of(mono[0], frame, scratch.Span);
                hz[frame] = sound.SampleRate / yin.Period(scratch.Span, Trough(scratch.Span, options.TroughThreshold));
            }
        }, cancel);
        return new(hz, [], new(sound.SampleRate, options.HopLength));
    }

    /// <summary>The likeliest pitch of the mean of a sound's channels over time by pYIN, and where there is none.</summary>
    /// <remarks>Mauch and Dixon, ICASSP 2014: troughs of YIN weighed by many thresholds, then the likeliest path (Viterbi).</remarks>
    /// <inheritdoc cref="Yin"/>
    public static PitchTrack Pyin(Sound sound, PitchOptions? options = null, CancellationToken cancel = default)
    {
        (Sound mono, options, YinDifference yin) = Prepare(sound, options);
        var candidates = new PitchCandidates(options, sound.SampleRate);
        var path = new PitchPath(candidates.Bins, candidates.Neighbours, options.SwitchProbability);
        int frames = 1 + (mono.Length / options.HopLength);
        var observed = new (int Bin, double Probability)[frames][];
        FrameLoop.Run(frames, (start, count) =>
        {
            using var scratch = new Rented<float>(yin.Lags);
            for (int frame = start; frame < start + count; frame++)
            {
                yin.Of(mono[0], frame, scratch.Span);
                observed[frame] = candidates.Of(scratch.Span, yin);
            }
        }, cancel);
        float[] voiced = [.. observed.Select(o => (float)PitchCandidates.Voiced(o))];
        int[] states = path.Decode(observed, cancel);
        return new([.. states.Select(s => s < candidates.Bins
            ? (float)candidates.Hz(s) : float.NaN)], voiced, new(sound.SampleRate, options.HopLength));
    }

    private static (Sound Mono, PitchOptions Options, YinDifference Yin) Prepare(Sound sound, PitchOptions? options)
    {
        ArgumentNullException.ThrowIfNull(sound);
        sound.Check(nameof(sound));
        options ??= new();
        return (sound.ToMono(), options, new(options, options.Periods(sound, nameof(options))));
    }

    /// <summary>The first trough below the threshold; the deepest place when there is none.</summary>
    private static int Trough(ReadOnlySpan<float> difference, double threshold)
    {
        for (int at = 0; at < difference.Length; at++)
        {
            if (difference[at] < threshold && YinDifference.IsTrough(difference, at))
                return at;
        }

        return TensorPrimitives.IndexOfMin(difference);
    }
}
