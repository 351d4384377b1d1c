namespace Cymatic.Signal;

/// <summary>Bands and frames of a constant-Q transform. The defaults are librosa's: seven octaves of semitones from C1.</summary>
public sealed record CqtOptions
{
    /// <summary>Frequency of the lowest band in Hz, before tuning; by default C1.</summary>
    public double LowestHz { get; init => field = Positive(value); } = 440 * Math.Pow(2, -45 / 12.0);

    /// <summary>Number of bands.</summary>
    public int Bands { get; init => field = Positive(value); } = 84;

    /// <summary>Bands in an octave.</summary>
    public int PerOctave { get; init => field = Positive(value); } = 12;

    /// <summary>Samples from a frame to the next; each octave but the highest halves it while it is even.</summary>
    public int HopLength { get; init => field = Positive(value); } = 512;

    /// <summary>Length of the filters, against that of the ideal ones: below 1 they hear time better and pitch worse.</summary>
    public double FilterScale { get; init => field = Positive(value); } = 1;

    /// <summary>By how many bands all frequencies are moved up, from −½ to ½.</summary>
    public double Tuning
    {
        get;
        init => field = Math.Abs(value) <= 1 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The tuning lies from -1 to 1 bands.");
    }

    /// <summary>Hz by which every band is wider than at constant Q: above 0 it is a variable-Q transform.</summary>
    public double WidenedHz
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Bands must not become narrower.");
    }

    /// <summary>What frames see before and behind the sound.</summary>
    public FrameEdges Edges { get; init; }

    /// <summary>Share of each filter's spectrum that is left out for speed, from 0 to below 1.</summary>
    public double Sparsity
    {
        get;
        init => field = value is >= 0 and < 1 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The share must lie from 0 to below 1.");
    } = 0.01;

    /// <summary>The bands' frequencies in Hz.</summary>
    internal double[] Frequencies()
    {
        var frequencies = new double[Bands];
        for (int i = 0; i < Bands; i++)
            frequencies[i] = LowestHz * Math.Pow(2, (i + Tuning) / PerOctave);
        return frequencies;
    }

    private static T Positive<T>(T value)
        where T : System.Numerics.INumber<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        return value;
    }
}
