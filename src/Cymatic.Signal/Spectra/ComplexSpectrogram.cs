namespace Cymatic.Signal;

/// <summary>A short-time Fourier transform: frames × bins of complex numbers, real and imaginary parts apart.</summary>
public sealed class ComplexSpectrogram
{
    /// <summary>Wraps numbers without copying: the caller hands them over and writes to them no more.</summary>
    /// <param name="re">Real parts, frame after frame.</param>
    /// <param name="im">Imaginary parts, as many.</param>
    /// <param name="sampleRate">Samples per second of the sound.</param>
    /// <param name="options">How it was cut into frames.</param>
    /// <exception cref="ArgumentException">The numbers are no whole number of frames, or not as many of both.</exception>
    public ComplexSpectrogram(float[] re, float[] im, int sampleRate, StftOptions options)
    {
        ArgumentNullException.ThrowIfNull(re);
        ArgumentNullException.ThrowIfNull(im);
        ArgumentNullException.ThrowIfNull(options);
        if (re.Length != im.Length || re.Length % options.Bins != 0)
            throw new ArgumentException(
                $"{re.Length} real and {im.Length} imaginary parts are no whole frames of {options.Bins} bins.", nameof(im));
        (RealParts, ImaginaryParts, SampleRate, Options) = (re, im, sampleRate, options);
    }

    /// <summary>All real parts, frame after frame; to be read, not written.</summary>
    public float[] RealParts { get; }

    /// <summary>All imaginary parts, frame after frame; to be read, not written.</summary>
    public float[] ImaginaryParts { get; }

    /// <summary>Samples per second of the sound.</summary>
    public int SampleRate { get; }

    /// <summary>How the sound was cut into frames.</summary>
    public StftOptions Options { get; }

    /// <summary>Bins from 0 to half the rate.</summary>
    public int Bins => Options.Bins;

    /// <summary>Number of frames.</summary>
    public int Frames => RealParts.Length / Bins;

    /// <summary>When the frames are.</summary>
    public FrameGrid Grid => Stft.GridOf(SampleRate, Options);

    /// <summary>Real parts of one frame.</summary>
    public ReadOnlySpan<float> Re(int frame) => RealParts.AsSpan(frame * Bins, Bins);

    /// <summary>Imaginary parts of one frame.</summary>
    public ReadOnlySpan<float> Im(int frame) => ImaginaryParts.AsSpan(frame * Bins, Bins);

    /// <summary>Absolute values.</summary>
    public Spectrogram Magnitude() => Levels(static (re, im, levels) => Stft.Magnitudes(re, im, levels));

    /// <summary>Squared absolute values.</summary>
    public Spectrogram Power() => Levels(static (re, im, levels) => Stft.Powers(re, im, levels));

    private Spectrogram Levels(Stft.Level level)
    {
        float[] values = GC.AllocateUninitializedArray<float>(RealParts.Length);
        FrameLoop.Run(Frames, (start, count) =>
        {
            int at = start * Bins, length = count * Bins;
            level(RealParts.AsSpan(at, length), ImaginaryParts.AsSpan(at, length), values.AsSpan(at, length));
        });
        return new(values, Spectrogram.FftFrequencies(Options.FftLength, SampleRate), Grid);
    }
}
