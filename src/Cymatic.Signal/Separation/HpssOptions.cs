namespace Cymatic.Signal;

/// <summary>How harmonic and percussive parts are told apart. The defaults are Fitzgerald's and librosa's.</summary>
public sealed record HpssOptions
{
    /// <summary>Frames in the median over time, odd; what lasts as long is harmonic.</summary>
    public int KernelFrames { get; init => field = Odd(value); } = 31;

    /// <summary>Bins in the median over frequency, odd; what is as wide is percussive.</summary>
    public int KernelBins { get; init => field = Odd(value); } = 31;

    /// <summary>Exponent of the soft masks; positive infinity makes hard masks.</summary>
    public double Power
    {
        get;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The mask power must be positive.");
    } = 2;

    /// <summary>
    /// How much more harmonic than percussive the harmonic part must be, at least 1; above 1 some of the sound is in neither part.
    /// </summary>
    public double HarmonicMargin { get; init => field = AtLeastOne(value); } = 1;

    /// <summary>How much more percussive than harmonic the percussive part must be, at least 1.</summary>
    public double PercussiveMargin { get; init => field = AtLeastOne(value); } = 1;

    private static int Odd(int value) => value > 0 && value % 2 == 1
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A median kernel must be odd and positive.");

    private static double AtLeastOne(double value) => value >= 1
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A margin must be at least 1.");
}
