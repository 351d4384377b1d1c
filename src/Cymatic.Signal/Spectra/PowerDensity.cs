using System.Numerics;
using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>Power spectral densities: one-sided, in squared units of the samples per Hz.</summary>
/// <remarks>Equals matplotlib.mlab.specgram, and MNE 1.3's psd_array_welch (Welch, IEEE TAE 15(2), 1967).</remarks>
public static class PowerDensity
{
    /// <summary>The density of the mean of a sound's channels over time.</summary>
    /// <exception cref="ArgumentException">The sound is shorter than a segment or not finite, or the options contradict each
    /// other.</exception>
    public static Spectrogram Spectrogram(Sound sound, PowerDensityOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(sound);
        sound.Check(nameof(sound), 0);
        return Spectrogram<float>(sound.ToMono()[0].ToArray(), sound.SampleRate, options);
    }

    /// <summary>The density of samples over time: a frame for each segment.</summary>
    /// <param name="samples">At least a segment of them, in float32 or float64, in which the work is done.</param>
    /// <param name="sampleRate">Samples per second.</param>
    /// <param name="options">Segments and windows; null: matplotlib's defaults.</param>
    /// <exception cref="ArgumentException">There are fewer samples than in a segment, one is not finite, or the options contradict
    /// each other.</exception>
    public static Spectrogram Spectrogram<T>(ReadOnlyMemory<T> samples, int sampleRate, PowerDensityOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1);
        options.Check(samples.Span, nameof(samples));
        var segments = new Segments<T>(options, sampleRate);
        int frames = segments.CountIn(samples.Length), bins = segments.Bins;
        var values = new float[checked(frames * bins)];
        FrameLoop.Run(frames, (start, count) =>
        {
            var density = new T[bins];
            for (int frame = start; frame < start + count; frame++)
            {
                segments.Density(samples.Span.Slice(frame * options.Hop, options.SegmentLength), density);
                TensorPrimitives.ConvertTruncating<T, float>(density, values.AsSpan(frame * bins, bins));
            }
        });
        double[] frequencies = Signal.Spectrogram.FftFrequencies(options.FftLength, sampleRate);
        return new(values, frequencies, new(sampleRate, options.Hop, options.SegmentLength / 2 / (double)sampleRate));
    }

    /// <summary>The mean density of samples over all segments: one number for each frequency k · rate / FFT length.</summary>
    /// <param name="samples">At least a segment of them.</param>
    /// <param name="sampleRate">Samples per second.</param>
    /// <param name="options">Segments and windows; null: MNE's defaults.</param>
    /// <exception cref="ArgumentException">There are fewer samples than in a segment, one is not finite, or the options contradict
    /// each other.</exception>
    public static double[] Welch<T>(ReadOnlySpan<T> samples, double sampleRate, PowerDensityOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        options ??= PowerDensityOptions.Mne;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRate);
        options.Check(samples, nameof(samples));
        var segments = new Segments<T>(options, sampleRate);
        int frames = segments.CountIn(samples.Length);
        var density = new T[segments.Bins];
        double[] sum = new double[density.Length], wide = new double[density.Length];
        for (int frame = 0; frame < frames; frame++)
        {
            segments.Density(samples.Slice(frame * options.Hop, options.SegmentLength), density);
            TensorPrimitives.ConvertTruncating<T, double>(density, wide);
            TensorPrimitives.Add(sum, wide, sum);
        }

        TensorPrimitives.Divide(sum, frames, sum);
        return sum;
    }

    /// <summary>The same for several channels on all cores.</summary>
    /// <returns>A density for each channel.</returns>
    /// <inheritdoc cref="Welch{T}(ReadOnlySpan{T}, double, PowerDensityOptions?)"/>
    public static double[][] Welch<T>(IReadOnlyList<T[]> channels, double sampleRate, PowerDensityOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ChannelLoop.Map(channels, channel => Welch<T>(channel, sampleRate, options));
}
