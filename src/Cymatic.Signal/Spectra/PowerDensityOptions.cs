namespace Cymatic.Signal;

/// <summary>What is taken off each segment before it is transformed.</summary>
public enum Detrend
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Its mean.</summary>
    Mean,

    /// <summary>The straight line that fits it best.</summary>
    Linear,
}

/// <summary>How a power density is estimated. The defaults are those of matplotlib's specgram.</summary>
public sealed record PowerDensityOptions
{
    /// <summary>What MNE's psd_array_welch does: segments of 256 without overlap, each less its mean, under a periodic Hamming
    /// window.</summary>
    public static PowerDensityOptions Mne { get; } = new()
    {
        Overlap = 0,
        Detrend = Detrend.Mean,
        Window = WindowShape.Hamming,
        SymmetricWindow = false
    };

    /// <summary>Samples of a segment.</summary>
    public int SegmentLength
    {
        get;
        init => field = value > 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The segment length must be positive.");
    } = 256;

    /// <summary>Samples of each transform, at least <see cref="SegmentLength"/>, which it is when not given; zeros fill the rest.</summary>
    public int FftLength
    {
        get => field > 0 ? field : SegmentLength;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The FFT length must be positive.");
    }

    /// <summary>Samples that a segment shares with the one before, fewer than <see cref="SegmentLength"/>.</summary>
    public int Overlap
    {
        get;
        init => field = value >= 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The overlap must not be negative.");
    } = 128;

    /// <summary>What is taken off each segment.</summary>
    public Detrend Detrend { get; init; }

    /// <summary>The window's shape.</summary>
    public WindowShape Window { get; init; } = WindowShape.Hann;

    /// <summary>Whether the window ends as it begins; else it is periodic.</summary>
    public bool SymmetricWindow { get; init; } = true;

    internal int Hop => SegmentLength - Overlap;

    internal void Check<T>(ReadOnlySpan<T> samples, string samplesName, string options = "options")
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        if (Overlap >= SegmentLength)
            throw new ArgumentException($"Segments of {SegmentLength} samples cannot overlap by {Overlap}.", options);
        if (FftLength < SegmentLength)
            throw new ArgumentException($"A segment of {SegmentLength} samples does not fit into transforms of {FftLength}.", options);
        if (samples.Length < SegmentLength)
            throw new ArgumentException($"{samples.Length} samples are shorter than a segment of {SegmentLength}.", samplesName);
        if (!Finite.All(samples))
            throw new ArgumentException($"One of {samples.Length} samples is not finite.", samplesName);
    }
}
