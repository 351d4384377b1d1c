namespace Cymatic.Signal;

/// <summary>Levels over time and frequency: frames × bins, with both axes. The numbers of a frame lie side by side.</summary>
public sealed class Spectrogram : FeatureSeries
{
    /// <summary>Wraps numbers without copying: the caller hands them over and writes to them no more.</summary>
    /// <param name="values">Frame after frame, each of as many numbers as there are frequencies.</param>
    /// <param name="frequenciesHz">The bins' frequencies.</param>
    /// <param name="grid">The frames' times.</param>
    /// <exception cref="ArgumentException">The numbers are no whole number of frames.</exception>
    public Spectrogram(float[] values, double[] frequenciesHz, FrameGrid grid)
        : base(values, Checked(values, frequenciesHz), grid) => FrequenciesHz = frequenciesHz;

    /// <summary>Frequency of each bin.</summary>
    public double[] FrequenciesHz { get; }

    /// <summary>Numbers in a frame.</summary>
    public int Bins => Columns;

    /// <summary>Bins 0, 1, … of a transform of that length, in Hz.</summary>
    public static double[] FftFrequencies(int fftLength, int sampleRate)
    {
        var frequencies = new double[(fftLength / 2) + 1];
        for (int k = 0; k < frequencies.Length; k++)
            frequencies[k] = (double)k * sampleRate / fftLength;
        return frequencies;
    }

    private static int Checked(float[] values, double[] frequenciesHz)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(frequenciesHz);
        return frequenciesHz.Length > 0 && values.Length % frequenciesHz.Length == 0 ? frequenciesHz.Length
            : throw new ArgumentException($"{values.Length} numbers are no whole frames of {frequenciesHz.Length} bins.", nameof(values));
    }
}
