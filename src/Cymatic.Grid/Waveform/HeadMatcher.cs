using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>How alike two places of a song are: ρ² = 1 for the same waveform at another gain, 0 for strangers.</summary>
/// <param name="Other">Index of the other place.</param>
/// <param name="Rho2">Share of the weaker explained head's energy, channel by channel gains.</param>
/// <param name="Lag">Samples by which the other place's waveform comes later than its own index says.</param>
internal readonly record struct Twin(int Other, float Rho2, int Lag);

/// <summary>Compares the first moments of sounds: lag-aligned, gain-matched null test on whitened audio.</summary>
internal sealed class HeadMatcher
{
    private const double LeadSeconds = 0.003;
    private const double LagSeconds = 0.012;

    private readonly WhitenedSong _song;
    private readonly int[] _places;
    private readonly RealFft<float> _fft;
    private readonly float[][] _re;
    private readonly float[][] _im;
    private readonly double[] _energy;

    /// <summary>Prepares the spectra of the heads at <paramref name="places"/> (samples).</summary>
    public HeadMatcher(WhitenedSong song, IEnumerable<int> places, double headSeconds)
    {
        _song = song;
        _places = [.. places];
        Lead = song.Samples(LeadSeconds);
        HeadLength = song.Samples(LeadSeconds + headSeconds);
        MaxLag = song.Samples(LagSeconds);
        int size = 2;
        while (size < HeadLength + MaxLag)
            size *= 2;
        _fft = new RealFft<float>(size);
        _re = new float[_places.Length][];
        _im = new float[_places.Length][];
        _energy = new double[_places.Length];
        Parallel.For(0, _places.Length, Transform);
    }

    /// <summary>The audio that is compared.</summary>
    public WhitenedSong Song => _song;

    /// <summary>Samples of a head.</summary>
    public int HeadLength { get; }

    /// <summary>Samples of a head that lie before its place.</summary>
    public int Lead { get; }

    /// <summary>The largest lag in samples.</summary>
    public int MaxLag { get; }

    /// <summary>Number of places.</summary>
    public int Count => _places.Length;

    /// <summary>The twins of every place, those with ρ² of at least <paramref name="least"/>.</summary>
    public List<Twin>[] AllTwins(float least, CancellationToken cancel)
    {
        var twins = new List<Twin>[Count];
        for (int i = 0; i < Count; i++)
            twins[i] = [];
        Parallel.For(0, Count, new ParallelOptions { CancellationToken = cancel }, () => new Scratch(_fft), (i, _, scratch) =>
        {
            for (int j = i + 1; j < Count; j++)
            {
                if (Match(i, j, scratch) is { } twin && twin.Rho2 >= least)
                {
                    lock (twins[i])
                        twins[i].Add(twin);
                    lock (twins[j])
                        twins[j].Add(new Twin(i, twin.Rho2, -twin.Lag));
                }
            }

            return scratch;
        }, _ => { });
        foreach (List<Twin> list in twins)
            list.Sort((a, b) => a.Other.CompareTo(b.Other));
        return twins;
    }

    /// <summary>Compares two places; null when they are strangers.</summary>
    public Twin? Match(int i, int j, Scratch scratch)
    {
        if (_energy[i] <= 0 || _energy[j] <= 0)
            return null;
        int lag = BestLag(i, j, scratch, out double peak);
        if (peak <= 0 || peak * peak < 0.02 * _energy[i] * _energy[j])
            return null;
        double forward = Explained(_places[i], _places[j] + lag, -Lead, HeadLength);
        double backward = Explained(_places[j], _places[i] - lag, -Lead, HeadLength);
        return new Twin(j, (float)Math.Min(forward, backward), lag);
    }

    /// <summary>Share of the energy at <paramref name="a"/> that the waveform at <paramref name="b"/> explains, each channel with its own gain of at least 0.</summary>
    public double Explained(int a, int b, int from, int length)
    {
        double explained = 0, energy = 0;
        for (int c = 0; c < _song.Channels; c++)
        {
            ReadOnlySpan<float> x = _song.Window(c, a + from, length), y = _song.Window(c, b + from, length);
            double xy = TensorPrimitives.Dot(x, y), yy = TensorPrimitives.SumOfSquares(y);
            energy += TensorPrimitives.SumOfSquares(x);
            if (xy > 0)
                explained += xy * xy / yy;
        }

        return energy > 0 ? explained / energy : 0;
    }

    /// <summary>Least-squares gain by which the waveform at <paramref name="b"/> becomes that at <paramref name="a"/>.</summary>
    public double Gain(int a, int b, int from, int length)
    {
        double xy = 0, yy = 0;
        for (int c = 0; c < _song.Channels; c++)
        {
            ReadOnlySpan<float> x = _song.Window(c, a + from, length), y = _song.Window(c, b + from, length);
            xy += TensorPrimitives.Dot(x, y);
            yy += TensorPrimitives.SumOfSquares(y);
        }

        return yy > 0 ? xy / yy : 0;
    }

    private void Transform(int place)
    {
        var head = new float[_fft.Length];
        var re = new float[_fft.Bins * _song.Channels];
        var im = new float[_fft.Bins * _song.Channels];
        for (int c = 0; c < _song.Channels; c++)
        {
            _song.Window(c, _places[place] - Lead, HeadLength).CopyTo(head);
            _fft.Forward(head, re.AsSpan(c * _fft.Bins, _fft.Bins), im.AsSpan(c * _fft.Bins, _fft.Bins));
        }

        (_re[place], _im[place]) = (re, im);
        _energy[place] = _song.Energy(_places[place] - Lead, HeadLength);
    }

    private int BestLag(int i, int j, Scratch s, out double peak)
    {
        s.Re.AsSpan().Clear();
        s.Im.AsSpan().Clear();
        for (int c = 0; c < _song.Channels; c++)
        {
            Range bins = (c * _fft.Bins)..((c + 1) * _fft.Bins);
            ReadOnlySpan<float> ar = _re[i].AsSpan(bins), ai = _im[i].AsSpan(bins), br = _re[j].AsSpan(bins), bi = _im[j].AsSpan(bins);
            ComplexProducts.AddConjugate(ar, ai, br, bi, s.Re, s.Im);
        }

        _fft.Inverse(s.Re, s.Im, s.Time);
        int late = TensorPrimitives.IndexOfMax<float>(s.Time.AsSpan(0, MaxLag + 1));
        int early = TensorPrimitives.IndexOfMax<float>(s.Time.AsSpan(_fft.Length - MaxLag));
        bool isLate = s.Time[late] >= s.Time[_fft.Length - MaxLag + early];
        peak = isLate ? s.Time[late] : s.Time[_fft.Length - MaxLag + early];
        return isLate ? late : early - MaxLag;
    }

    /// <summary>One thread's working memory.</summary>
    internal sealed class Scratch(RealFft<float> fft)
    {
        public float[] Re { get; } = new float[fft.Bins];

        public float[] Im { get; } = new float[fft.Bins];

        public float[] Time { get; } = new float[fft.Length];
    }

    /// <summary>Working memory for <see cref="Match"/>.</summary>
    public Scratch NewScratch() => new(_fft);
}
