using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>The frequencies and times at which fingerprints of a song are taken.</summary>
internal sealed class FingerprintBands
{
    /// <summary>Bands in an octave: one for each semitone, so that a sample played higher is the same pattern moved.</summary>
    public const int PerOctave = 12;

    /// <summary>Seconds of the spectrum by which centroid and octaves are told.</summary>
    public const double HeadSeconds = 0.3;

    /// <summary>Starts and ends of the patch's time slices in seconds; they grow, since attacks are fast and tails slow.</summary>
    public static readonly (double Start, double End)[] Slices = [(0, 0.03), (0.02, 0.06), (0.05, 0.12), (0.1, 0.22), (0.2, 0.42)];

    /// <summary>The patch's slices and later ones, by which kinds of sounds are told: how long they ring.</summary>
    public static readonly (double Start, double End)[] HeardSlices = [.. Slices, (0.42, 0.72), (0.8, 1.1)];

    /// <summary>Borders of the envelope's stretches in seconds.</summary>
    public static readonly double[] Stretches = [0, 0.005, 0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.6];

    public FingerprintBands(int sampleRate)
    {
        SampleRate = sampleRate;
        FftLength = 64;
        while (FftLength < 0.22 * sampleRate || FftLength < HeadSeconds * sampleRate)
            FftLength *= 2;
        double highest = Math.Min(16000, 0.45 * sampleRate), lowest = Math.Min(40, highest / 16);
        int bands = (int)(Math.Log2(highest / lowest) * PerOctave);
        Bank = FilterBank.Logarithmic(sampleRate, FftLength, lowest, PerOctave, bands);
    }

    public int SampleRate { get; }

    /// <summary>Samples per transform: the power of two that holds a head.</summary>
    public int FftLength { get; }

    public FilterBank Bank { get; }
}
