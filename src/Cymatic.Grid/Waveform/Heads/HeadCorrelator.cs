using System.Buffers;
using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>The spectrum of a head's mid signal, for lag searches, and its fingerprint.</summary>
/// <param name="Re">Real parts of the bins that are compared.</param>
/// <param name="Im">Imaginary parts.</param>
/// <param name="Energy">Energy of the mid signal.</param>
/// <param name="Fingerprint">
/// Square roots of the energies in bands of equal ratio, of norm 1: heads with unlike fingerprints are no twins.
/// </param>
internal sealed record HeadSpectrum(float[] Re, float[] Im, double Energy, float[] Fingerprint);

/// <summary>Finds the lag at which two heads fit best, by one inverse transform of their cross-spectrum.</summary>
internal sealed class HeadCorrelator
{
    /// <summary>Numbers in a fingerprint.</summary>
    public const int Bands = 64;

    private const double LowestHz = 60;

    private readonly RealFft<float> _fft;
    private readonly int[] _edges;
    private readonly int _bins;

    /// <summary>For windows of <paramref name="length"/> samples.</summary>
    public HeadCorrelator(int length, int rate, LagRange lags)
    {
        Length = length;
        MaxLag = (int)Math.Round(lags.Seconds * rate);
        int size = 2;
        while (size < length + MaxLag)
            size *= 2;
        _fft = RealFft.Shared<float>(size);
        _bins = (int)Math.Clamp(lags.HighestHz * size / rate, 2, _fft.Bins);
        _edges = new int[Bands + 1];
        double lowest = Math.Min(LowestHz * size / rate, _bins / 2.0);
        for (int b = 0; b <= Bands; b++)
            _edges[b] = (int)Math.Round(lowest * Math.Pow(_bins / lowest, (double)b / Bands));
    }

    /// <summary>Samples of a window.</summary>
    public int Length { get; }

    /// <summary>The largest lag.</summary>
    public int MaxLag { get; }

    /// <summary>
    /// The spectrum of the sum of <paramref name="channels"/> windows, in the arrays of one that is <paramref name="old"/>, if any.
    /// </summary>
    public HeadSpectrum Analyse(int channels, Func<int, ReadOnlyMemory<float>> window, HeadSpectrum? old = null)
    {
        float[] time = ArrayPool<float>.Shared.Rent(_fft.Length), wholeRe = ArrayPool<float>.Shared.Rent(_fft.Bins);
        float[] wholeIm = ArrayPool<float>.Shared.Rent(_fft.Bins);
        time.AsSpan(0, _fft.Length).Clear();
        for (int c = 0; c < channels; c++)
        {
            ReadOnlySpan<float> w = window(c).Span;
            TensorPrimitives.Add(time.AsSpan(0, w.Length), w, time.AsSpan(0, w.Length));
        }

        _fft.Forward(time.AsSpan(0, _fft.Length), wholeRe.AsSpan(0, _fft.Bins), wholeIm.AsSpan(0, _fft.Bins));
        (float[] re, float[] im) = old is null ? (new float[_bins], new float[_bins]) : (old.Re, old.Im);
        wholeRe.AsSpan(0, _bins).CopyTo(re);
        wholeIm.AsSpan(0, _bins).CopyTo(im);
        ArrayPool<float>.Shared.Return(time);
        ArrayPool<float>.Shared.Return(wholeRe);
        ArrayPool<float>.Shared.Return(wholeIm);
        double energy = (TensorPrimitives.SumOfSquares<float>(re) + TensorPrimitives.SumOfSquares<float>(im)) * 2 / _fft.Length;
        return new HeadSpectrum(re, im, energy, Fingerprint(re, im));
    }

    /// <summary>The lag at which Σ a(t) b(t + lag) is largest, and that sum over the compared band.</summary>
    public (int Lag, double Peak) Best(HeadSpectrum a, HeadSpectrum b, Scratch s)
    {
        ComplexProducts.Conjugate(a.Re, a.Im, b.Re, b.Im, s.Re.AsSpan(0, _bins), s.Im.AsSpan(0, _bins));
        _fft.Inverse(s.Re, s.Im, s.Time);
        int late = TensorPrimitives.IndexOfMax<float>(s.Time.AsSpan(0, MaxLag + 1));
        int early = TensorPrimitives.IndexOfMax<float>(s.Time.AsSpan(_fft.Length - MaxLag));
        float latePeak = s.Time[late], earlyPeak = s.Time[_fft.Length - MaxLag + early];
        return latePeak >= earlyPeak ? (late, latePeak) : (early - MaxLag, earlyPeak);
    }

    /// <summary>Working memory for one thread.</summary>
    public Scratch NewScratch() => new(_fft);

    private float[] Fingerprint(float[] re, float[] im)
    {
        var bands = new float[Bands];
        for (int b = 0; b < Bands; b++)
        {
            int from = _edges[b], n = Math.Max(1, _edges[b + 1] - from);
            if (from + n > _bins)
                continue;
            float real = TensorPrimitives.SumOfSquares<float>(re.AsSpan(from, n));
            bands[b] = MathF.Sqrt(real + TensorPrimitives.SumOfSquares<float>(im.AsSpan(from, n)));
        }

        float norm = TensorPrimitives.Norm<float>(bands);
        if (norm > 0)
            TensorPrimitives.Divide(bands, norm, bands);
        return bands;
    }

    /// <summary>One thread's working memory; the bins above the compared band stay zero.</summary>
    internal sealed class Scratch(RealFft<float> fft)
    {
        public float[] Re { get; } = new float[fft.Bins];

        public float[] Im { get; } = new float[fft.Bins];

        public float[] Time { get; } = new float[fft.Length];
    }
}
