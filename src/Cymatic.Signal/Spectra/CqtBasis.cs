namespace Cymatic.Signal;

/// <summary>Filters of an octave as spectra: for each band the bins that matter.</summary>
/// <remarks>Windowed complex sinusoids of Q periods, unit sum (Brown and Puckette, JASA 92(5), 1992).</remarks>
internal sealed class CqtBasis
{
    /// <summary>Weights are padded to whole vectors of this many numbers; spectra have to be as well.</summary>
    public const int Padding = 16;

    // Bandwidth of the periodic Hann window of 1000 samples, in bins.
    private const double HannBandwidth = 1.50018310546875;

    private CqtBasis(int fftLength, (int First, float[] Re, float[] Im)[] bands) => (FftLength, Bands) = (fftLength, bands);

    public int FftLength { get; }

    /// <summary>The first bin of each band, and the weights from there on.</summary>
    public (int First, float[] Re, float[] Im)[] Bands { get; }

    /// <summary>Bandwidth of each band over twice its frequency.</summary>
    public static double[] RelativeBandwidths(double[] frequencies, int perOctave)
    {
        var widths = new double[frequencies.Length];
        for (int i = 0; i < widths.Length; i++)
        {
            int below = Math.Max(0, i - 1), above = Math.Min(widths.Length - 1, i + 1);
            double octaves = above == below ? 2.0 / perOctave : Math.Log2(frequencies[above] / frequencies[below]) * 2 / (above - below);
            double ratio = Math.Pow(2, octaves);
            widths[i] = (ratio - 1) / (ratio + 1);
        }

        return widths;
    }

    /// <summary>Samples of a band's filter, with a fraction.</summary>
    public static double Length(double frequency, double bandwidth, double sampleRate, CqtOptions options) =>
        options.FilterScale / bandwidth * sampleRate / (frequency + (options.WidenedHz / bandwidth));

    /// <summary>Where the highest band ends, in Hz.</summary>
    public static double Cutoff(double[] frequencies, double[] bandwidths, CqtOptions options) =>
        frequencies.Zip(bandwidths,
            (f, b) => (f * (1 + (0.5 * HannBandwidth * b / options.FilterScale))) + (0.5 * options.WidenedHz)).Max();

    /// <summary>The filters of some bands at a sample rate.</summary>
    public static CqtBasis Of(ReadOnlySpan<double> frequencies, ReadOnlySpan<double> bandwidths, double sampleRate, double gain,
        CqtOptions options)
    {
        var lengths = new double[frequencies.Length];
        for (int i = 0; i < lengths.Length; i++)
            lengths[i] = Length(frequencies[i], bandwidths[i], sampleRate, options);
        int fftLength = 1 << (int)Math.Ceiling(Math.Log2(lengths.Max()));
        double[] turns = [.. frequencies];
        var bands = new (int, float[], float[])[lengths.Length];
        Parallel.For(0, bands.Length, () => (Re: new double[fftLength], Im: new double[fftLength]), (i, _, spectrum) =>
        {
            Wavelet(lengths[i], turns[i] / sampleRate, gain * lengths[i] / fftLength, spectrum);
            Fft.Shared<double>(fftLength).Forward(spectrum.Re, spectrum.Im, spectrum.Re, spectrum.Im);
            bands[i] = Kept(spectrum.Re, spectrum.Im, options.Sparsity);
            return spectrum;
        }, static _ => { });
        return new(fftLength, bands);
    }

    private static void Wavelet(double length, double cyclesPerSample, double gain, (double[] Re, double[] Im) target)
    {
        int before = (int)Math.Ceiling(length / 2), count = before + (int)Math.Floor(length / 2);
        double[] window = Windows.Of(WindowShape.Hann, count);
        double scale = gain / window.Sum();
        int start = (target.Re.Length - count) / 2;
        Array.Clear(target.Re);
        Array.Clear(target.Im);
        for (int n = 0; n < count; n++)
        {
            (double sin, double cos) = Math.SinCos(2 * Math.PI * cyclesPerSample * (n - before));
            (target.Re[start + n], target.Im[start + n]) = (scale * window[n] * cos, scale * window[n] * sin);
        }
    }

    /// <summary>The bins of the largest magnitudes that make up all but a share of their sum, as one stretch with zeros in
    /// between.</summary>
    private static (int, float[], float[]) Kept(double[] re, double[] im, double sparsity)
    {
        int bins = (re.Length / 2) + 1;
        double[] magnitudes = [.. re.Take(bins).Zip(im, (a, b) => Math.Sqrt((a * a) + (b * b)))], sorted = [.. magnitudes];
        Array.Sort(sorted);
        double sum = sorted.Sum(), part = 0;
        int at = 0;
        for (; at < bins - 1; at++)
        {
            part += sorted[at];
            if (part / sum >= sparsity)
                break;
        }

        int first = Array.FindIndex(magnitudes, m => m >= sorted[at]), last = Array.FindLastIndex(magnitudes, m => m >= sorted[at]);
        int length = (last - first + Padding) / Padding * Padding;
        float[] keptRe = new float[length], keptIm = new float[length];
        for (int k = first; k <= last; k++)
        {
            if (magnitudes[k] >= sorted[at])
                (keptRe[k - first], keptIm[k - first]) = ((float)re[k], (float)im[k]);
        }

        return (first, keptRe, keptIm);
    }
}
