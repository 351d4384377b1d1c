using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>The short-time Fourier transform and the way back, on all cores.</summary>
/// <remarks>Equals librosa 0.11's stft and istft. Griffin and Lim, IEEE TASSP 32(2), 1984, eq. 6.</remarks>
public static class Stft
{
    /// <summary>From a frame's real and imaginary parts to its levels.</summary>
    internal delegate void Level(ReadOnlySpan<float> re, ReadOnlySpan<float> im, Span<float> levels);

    /// <summary>The transform of the mean of a sound's channels.</summary>
    /// <exception cref="ArgumentException">The window is longer than the transform, or a sample is not finite.</exception>
    public static ComplexSpectrogram Forward(Sound sound, StftOptions? options = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(sound);
        return Forward(sound.ToMono(), 0, options ?? new(), cancel);
    }

    /// <summary>The transform of one channel.</summary>
    /// <exception cref="ArgumentException">The window is longer than the transform, or a sample is not finite.</exception>
    public static ComplexSpectrogram Forward(Sound sound, int channel, StftOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(sound);
        ArgumentNullException.ThrowIfNull(options);
        sound.Check(nameof(sound), 0);
        int frames = options.FramesOf(sound.Length), bins = options.Bins;
        float[] re = GC.AllocateUninitializedArray<float>(checked(frames * bins)), im = GC.AllocateUninitializedArray<float>(re.Length);
        var cutter = new FrameCutter(options);
        RealFft<float> fft = RealFft.Shared<float>(options.FftLength);
        FrameLoop.Run(frames, (start, count) =>
        {
            using var scratch = new Rented<float>(options.FftLength);
            for (int frame = start; frame < start + count; frame++)
            {
                cutter.Cut(sound[channel], frame, scratch.Span);
                fft.Forward(scratch.Span, re.AsSpan(frame * bins, bins), im.AsSpan(frame * bins, bins));
            }
        }, cancel);
        return new(re, im, sound.SampleRate, options);
    }

    /// <summary>Absolute values of the transform of the mean of a sound's channels; phases are not kept.</summary>
    /// <exception cref="ArgumentException">The window is longer than the transform, or a sample is not finite.</exception>
    public static Spectrogram Magnitude(Sound sound, StftOptions? options = null, CancellationToken cancel = default) =>
        Levels(sound, options ?? new(), Magnitudes, cancel);

    /// <summary>Squared absolute values of the transform of the mean of a sound's channels; phases are not kept.</summary>
    /// <exception cref="ArgumentException">The window is longer than the transform, or a sample is not finite.</exception>
    public static Spectrogram Power(Sound sound, StftOptions? options = null, CancellationToken cancel = default) =>
        Levels(sound, options ?? new(), Powers, cancel);

    /// <summary>
    /// The sound with that transform; exact where windows overlap, nearest in the least-squares sense when no sound has it.
    /// </summary>
    /// <param name="transform">What <see cref="Forward(Sound, StftOptions, CancellationToken)"/> returned, perhaps changed.</param>
    /// <param name="length">Samples of the result: cut, or filled with silence; by default as far as the frames' hops reach.</param>
    /// <param name="cancel">Ends the work.</param>
    public static Sound Inverse(ComplexSpectrogram transform, int? length = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(transform);
        StftOptions options = transform.Options;
        int natural = transform.Frames == 0 ? 0 : options.FftLength + (options.HopLength * (transform.Frames - 1)) - (2 * options.Padding);
        var samples = new float[length ?? natural];
        new OverlapAdd(options, transform.Frames).Run(samples, transform.Re, transform.Im, cancel);
        return new(samples, transform.SampleRate);
    }

    internal static FrameGrid GridOf(int sampleRate, StftOptions options) =>
        new(sampleRate, options.HopLength, options.Centred ? 0 : options.FftLength / 2.0 / sampleRate);

    internal static void Powers(ReadOnlySpan<float> re, ReadOnlySpan<float> im, Span<float> levels)
    {
        TensorPrimitives.Multiply(re, re, levels);
        TensorPrimitives.MultiplyAdd(im, im, levels, levels);
    }

    internal static void Magnitudes(ReadOnlySpan<float> re, ReadOnlySpan<float> im, Span<float> levels)
    {
        Powers(re, im, levels);
        TensorPrimitives.Sqrt(levels, levels);
    }

    private static Spectrogram Levels(Sound sound, StftOptions options, Level level, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(sound);
        sound.Check(nameof(sound), 0);
        Sound mono = sound.ToMono();
        int frames = options.FramesOf(mono.Length), bins = options.Bins;
        float[] values = GC.AllocateUninitializedArray<float>(checked(frames * bins));
        var cutter = new FrameCutter(options);
        RealFft<float> fft = RealFft.Shared<float>(options.FftLength);
        FrameLoop.Run(frames, (start, count) =>
        {
            using var scratch = new Rented<float>(options.FftLength + (2 * bins));
            Span<float> time = scratch.Span[..options.FftLength], re = scratch.Span.Slice(options.FftLength, bins),
                im = scratch.Span[^bins..];
            for (int frame = start; frame < start + count; frame++)
            {
                cutter.Cut(mono[0], frame, time);
                fft.Forward(time, re, im);
                level(re, im, values.AsSpan(frame * bins, bins));
            }
        }, cancel);
        return new(values, Spectrogram.FftFrequencies(options.FftLength, sound.SampleRate), GridOf(sound.SampleRate, options));
    }
}
