using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>Triangular bands over the bins of a spectrum; only the weights that are not zero are stored.</summary>
public sealed class FilterBank
{
    private readonly int[] _firstBin;
    private readonly float[][] _weights;

    private FilterBank(int bins, double[] centresHz, (int FirstBin, float[] Weights)[] bands)
    {
        Bins = bins;
        CentresHz = centresHz;
        _firstBin = [.. bands.Select(band => band.FirstBin)];
        _weights = [.. bands.Select(band => band.Weights)];
    }

    /// <summary>Bins of the spectra that the bank is for.</summary>
    public int Bins { get; }

    /// <summary>Number of bands.</summary>
    public int Bands => _weights.Length;

    /// <summary>The frequency at which each band peaks, in Hz.</summary>
    public IReadOnlyList<double> CentresHz { get; }

    /// <summary>The weight of a bin in a band.</summary>
    public float this[int band, int bin]
    {
        get
        {
            int at = bin - _firstBin[band];
            return at >= 0 && at < _weights[band].Length ? _weights[band][at] : 0;
        }
    }

    /// <summary>Bands equally far apart in mel.</summary>
    /// <param name="sampleRate">Samples per second.</param>
    /// <param name="fftLength">Samples per transform: spectra have fftLength/2 + 1 bins.</param>
    /// <param name="options">Which bands; null: the defaults.</param>
    /// <remarks>The bank of librosa.filters.mel, whose numbers it matches.</remarks>
    public static FilterBank Mel(int sampleRate, int fftLength, MelOptions? options = null)
    {
        options ??= new MelOptions();
        double top = options.MaximumHz ?? sampleRate / 2.0;
        if (top <= options.MinimumHz)
            throw new ArgumentException($"There is no band from {options.MinimumHz} to {top} Hz.", nameof(options));
        double low = MelScale.FromHz(options.MinimumHz, options.Formula), high = MelScale.FromHz(top, options.Formula);
        var edges = new double[options.Bands + 2];
        for (int i = 0; i < edges.Length; i++)
            edges[i] = MelScale.ToHz(low + (high - low) * i / (options.Bands + 1), options.Formula);
        return Triangles(
            edges, (double)sampleRate / fftLength, fftLength / 2 + 1, band => options.UnitArea ? 2 / (edges[band + 2] - edges[band]) : 1);
    }

    /// <summary>Bands equally far apart in octaves, each with weights that sum to one and no narrower than the bins are apart.</summary>
    /// <param name="sampleRate">Samples per second.</param>
    /// <param name="fftLength">Samples per transform: spectra have fftLength/2 + 1 bins.</param>
    /// <param name="lowestHz">Centre of the lowest band.</param>
    /// <param name="perOctave">Bands in an octave.</param>
    /// <param name="bands">Number of bands; all their centres must lie below half the sample rate.</param>
    public static FilterBank Logarithmic(int sampleRate, int fftLength, double lowestHz, int perOctave, int bands)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lowestHz);
        double binHz = (double)sampleRate / fftLength;
        int bins = fftLength / 2 + 1;
        double Edge(int i) => lowestHz * Math.Pow(2, (double)i / perOctave);
        if (Edge(bands - 1) >= sampleRate / 2.0)
            throw new ArgumentOutOfRangeException(
                nameof(bands), bands, $"Band {bands - 1} lies above half the sample rate of {sampleRate} Hz.");

        double[] centres = [.. Enumerable.Range(0, bands).Select(Edge)];
        var rows = new (int, float[])[bands];
        for (int band = 0; band < bands; band++)
        {
            double low = Math.Min(Edge(band - 1), centres[band] - binHz), high = Math.Max(Edge(band + 1), centres[band] + binHz);
            rows[band] = Triangle(low, centres[band], high, binHz, bins);
            TensorPrimitives.Divide(
                rows[band].Item2, Math.Max(TensorPrimitives.Sum<float>(rows[band].Item2), float.Epsilon), rows[band].Item2);
        }

        return new FilterBank(bins, centres, rows);
    }

    /// <summary>The weighted sum of the bins in each band.</summary>
    /// <param name="spectrum"><see cref="Bins"/> numbers.</param>
    /// <param name="bands">Filled with <see cref="Bands"/> numbers.</param>
    public void Apply(ReadOnlySpan<float> spectrum, Span<float> bands)
    {
        if (spectrum.Length != Bins)
            throw new ArgumentException($"A spectrum of {spectrum.Length} bins does not fit a bank for {Bins}.", nameof(spectrum));
        if (bands.Length != Bands)
            throw new ArgumentException($"{bands.Length} numbers cannot take {Bands} bands.", nameof(bands));
        for (int band = 0; band < bands.Length; band++)
            bands[band] = TensorPrimitives.Dot(spectrum.Slice(_firstBin[band], _weights[band].Length), _weights[band]);
    }

    private static FilterBank Triangles(double[] edges, double binHz, int bins, Func<int, double> scale)
    {
        var rows = new (int, float[])[edges.Length - 2];
        for (int band = 0; band < rows.Length; band++)
        {
            rows[band] = Triangle(edges[band], edges[band + 1], edges[band + 2], binHz, bins);
            TensorPrimitives.Multiply(rows[band].Item2, (float)scale(band), rows[band].Item2);
        }

        return new FilterBank(bins, edges[1..^1], rows);
    }

    private static (int FirstBin, float[] Weights) Triangle(double low, double centre, double high, double binHz, int bins)
    {
        int first = Math.Clamp((int)Math.Floor(low / binHz) + 1, 0, bins - 1);
        int end = Math.Clamp((int)Math.Ceiling(high / binHz), first, bins);
        var weights = new float[end - first];
        for (int i = 0; i < weights.Length; i++)
        {
            double hz = (first + i) * binHz;
            weights[i] = (float)Math.Max(0, Math.Min((hz - low) / (centre - low), (high - hz) / (high - centre)));
        }

        return (first, weights);
    }
}
