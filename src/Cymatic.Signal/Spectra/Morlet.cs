using System.Numerics;

namespace Cymatic.Signal;

/// <summary>Wavelets of a time–frequency transform. The defaults are MNE's.</summary>
public sealed record MorletOptions
{
    /// <summary>Cycles in a wavelet: more hear pitch better and time worse.</summary>
    public double Cycles { get; init => field = Positive(value); } = 7;

    /// <summary>Cycles for each frequency; null: <see cref="Cycles"/> for all.</summary>
    public IReadOnlyList<double>? CyclesOfEach
    {
        get;
        init
        {
            foreach (double cycles in value ?? [])
                Positive(cycles);
            field = value;
        }
    }

    /// <summary>Whether wavelets are made to have no mean, so that an offset of the samples does not show.</summary>
    public bool ZeroMean { get; init; } = true;

    /// <summary>Every which sample has a result.</summary>
    public int Decimation { get; init => field = Positive(value); } = 1;

    private static TNumber Positive<TNumber>(TNumber value)
        where TNumber : INumber<TNumber>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        return value;
    }
}

/// <summary>The time–frequency transform with Morlet's wavelets: a Gaussian over a few cycles of each frequency.</summary>
/// <remarks>Tallon-Baudry et al., J. Neurosci. 17(2), 1997. Equals MNE 1.3's tfr_array_morlet.</remarks>
public static class Morlet
{
    /// <summary>The transform of samples: frames (every decimation-th sample) × frequencies; beyond the ends is silence.</summary>
    /// <param name="samples">At least as many as the longest wavelet.</param>
    /// <param name="sampleRate">Samples per second.</param>
    /// <param name="frequenciesHz">Frequencies up to half the rate.</param>
    /// <param name="options">Wavelets; null: seven cycles, every sample.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ArgumentException">A frequency above half the rate, samples fewer than a wavelet or not finite, or other numbers
    /// of cycles than frequencies.</exception>
    public static ComplexBands Transform<T>(
        ReadOnlyMemory<T> samples, int sampleRate, double[] frequenciesHz, MorletOptions? options = null,
            CancellationToken cancel = default)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(frequenciesHz);
        options ??= new();
        Check(samples.Span, sampleRate, frequenciesHz, options);
        int frames = (samples.Length + options.Decimation - 1) / options.Decimation, bands = frequenciesHz.Length;
        float[] re = new float[checked(frames * bands)], im = new float[re.Length];
        Wavelet<T>[] wavelets = [.. frequenciesHz.Select((hz, i) => new Wavelet<T>(hz, options.CyclesOfEach?[i] ?? options.Cycles,
            sampleRate, options.ZeroMean))];
        int longest = wavelets.Max(wavelet => wavelet.Length);
        if (longest > samples.Length)
            throw new ArgumentException($"{samples.Length} samples are fewer than the longest wavelet's {longest}.", nameof(samples));
        Parallel.For(0, bands, new ParallelOptions { CancellationToken = cancel }, band =>
        {
            T[] bandRe = new T[frames], bandIm = new T[frames];
            wavelets[band].Run(samples.Span, options.Decimation, bandRe, bandIm);
            for (int t = 0; t < frames; t++)
                (re[(t * bands) + band], im[(t * bands) + band]) = (float.CreateTruncating(bandRe[t]), float.CreateTruncating(bandIm[t]));
        });
        return new(re, im, frequenciesHz, new(sampleRate, options.Decimation));
    }

    private static void Check<T>(ReadOnlySpan<T> samples, int sampleRate, double[] frequencies, MorletOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!Finite.All(samples))
            throw new ArgumentException($"One of {samples.Length} samples is not finite.", nameof(samples));
        if (frequencies.Length == 0 || frequencies.Any(hz => !(hz > 0 && hz <= sampleRate / 2.0)))
            throw new ArgumentException(
                $"{frequencies.Length} frequencies must lie above 0 and up to half the rate, {sampleRate / 2.0} Hz.", nameof(frequencies));
        if (options.CyclesOfEach is { } each && each.Count != frequencies.Length)
            throw new ArgumentException($"{each.Count} numbers of cycles are not for {frequencies.Length} frequencies.", nameof(options));
    }
}
