namespace Cymatic.Signal;

/// <summary>Complex numbers over time and frequency, of a constant-Q or a wavelet transform: frames × bands, with both axes.</summary>
public sealed class ComplexBands
{
    /// <summary>Wraps numbers without copying: the caller hands them over and writes to them no more.</summary>
    /// <param name="re">Real parts, frame after frame.</param>
    /// <param name="im">Imaginary parts, as many.</param>
    /// <param name="frequenciesHz">The bands' frequencies.</param>
    /// <param name="grid">The frames' times.</param>
    /// <exception cref="ArgumentException">The numbers are no whole number of frames, or not as many of both.</exception>
    public ComplexBands(float[] re, float[] im, double[] frequenciesHz, FrameGrid grid)
    {
        ArgumentNullException.ThrowIfNull(re);
        ArgumentNullException.ThrowIfNull(im);
        ArgumentNullException.ThrowIfNull(frequenciesHz);
        if (frequenciesHz.Length == 0 || re.Length != im.Length || re.Length % frequenciesHz.Length != 0)
            throw new ArgumentException(
                $"{re.Length} real and {im.Length} imaginary parts are no whole frames of {frequenciesHz.Length} bands.", nameof(im));
        (RealParts, ImaginaryParts, FrequenciesHz, Grid) = (re, im, frequenciesHz, grid);
    }

    /// <summary>All real parts, frame after frame; to be read, not written.</summary>
    public float[] RealParts { get; }

    /// <summary>All imaginary parts, frame after frame; to be read, not written.</summary>
    public float[] ImaginaryParts { get; }

    /// <summary>Frequency of each band.</summary>
    public double[] FrequenciesHz { get; }

    /// <summary>When the frames are.</summary>
    public FrameGrid Grid { get; }

    /// <summary>Numbers in a frame.</summary>
    public int Bands => FrequenciesHz.Length;

    /// <summary>Number of frames.</summary>
    public int Frames => RealParts.Length / Bands;

    /// <summary>Absolute values.</summary>
    public Spectrogram Magnitude() => Levels(Stft.Magnitudes);

    /// <summary>Squared absolute values.</summary>
    public Spectrogram Power() => Levels(Stft.Powers);

    private Spectrogram Levels(Stft.Level level)
    {
        float[] values = GC.AllocateUninitializedArray<float>(RealParts.Length);
        FrameLoop.Run(Frames, (start, count) =>
        {
            int at = start * Bands, length = count * Bands;
            level(RealParts.AsSpan(at, length), ImaginaryParts.AsSpan(at, length), values.AsSpan(at, length));
        });
        return new(values, FrequenciesHz, Grid);
    }
}
