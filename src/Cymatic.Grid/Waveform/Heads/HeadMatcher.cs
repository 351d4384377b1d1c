using System.Numerics.Tensors;

namespace Cymatic.Grid;

/// <summary>How alike two places of a song are: ρ² = 1 for the same waveform at another gain, 0 for strangers.</summary>
/// <param name="Other">Index of the other place.</param>
/// <param name="Rho2">Share of the weaker explained head's energy, channel by channel gains.</param>
/// <param name="Lag">Samples by which the other place's waveform comes later than its own index says.</param>
internal readonly record struct Twin(int Other, float Rho2, int Lag);

/// <summary>Compares the first moments of sounds: lag-aligned, gain-matched null test on whitened audio.</summary>
internal sealed class HeadMatcher
{
    /// <summary>Places up to which every pair is compared; beyond, each with those of the most similar fingerprints.</summary>
    public const int MostAllPairs = 400;

    /// <summary>How many those are.</summary>
    public const int Shortlist = 40;
    private const double LeadSeconds = 0.003;

    private readonly int[] _places;
    private readonly HeadCorrelator _correlator;

    /// <summary>
    /// Compares the heads at <paramref name="places"/> (samples), which may be as far as <paramref name="lags"/> says from where they
    /// coincide.
    /// </summary>
    public HeadMatcher(WhitenedSong song, IEnumerable<int> places, double headSeconds, LagRange? lags = null)
    {
        Song = song;
        _places = [.. places];
        Lead = song.Samples(LeadSeconds);
        HeadLength = song.Samples(LeadSeconds + headSeconds);
        _correlator = new HeadCorrelator(HeadLength, song.Rate, lags ?? new LagRange());
    }

    /// <summary>The audio that is compared.</summary>
    public WhitenedSong Song { get; }

    /// <summary>Samples of a head.</summary>
    public int HeadLength { get; }

    /// <summary>Samples of a head that lie before its place.</summary>
    public int Lead { get; }

    /// <summary>Number of places.</summary>
    public int Count => _places.Length;

    /// <summary>The twins of every place, those with ρ² of at least <paramref name="least"/>.</summary>
    public List<Twin>[] AllTwins(float least, CancellationToken cancel)
    {
        var twins = new List<Twin>[Count];
        for (int i = 0; i < Count; i++)
            twins[i] = [];
        // Not kept: those of an hour are 400 MB.
        HeadSpectrum[] heads = Spectra();
        var options = new ParallelOptions { CancellationToken = cancel };
        int[][]? near = Count > MostAllPairs ? Fingerprints.Nearest([.. heads.Select(h => h.Fingerprint)], Shortlist, cancel) : null;
        Parallel.For(0, Count, options, _correlator.NewScratch, (i, _, scratch) =>
        {
            IEnumerable<int> others = near is null
                ? Enumerable.Range(i + 1, Count - i - 1)
                : near[i].Where(j => j > i || !near[j].Contains(i));
            foreach (int j in others)
            {
                if (Match((i, heads[i]), (j, heads[j]), scratch) is not { } twin || twin.Rho2 < least)
                    continue;
                lock (twins[i])
                    twins[i].Add(twin);
                lock (twins[j])
                    twins[j].Add(new Twin(i, twin.Rho2, -twin.Lag));
            }

            return scratch;
        }, _ => { });
        foreach (List<Twin> list in twins)
            list.Sort((a, b) => a.Other.CompareTo(b.Other));
        return twins;
    }

    private HeadSpectrum[] Spectra()
    {
        var heads = new HeadSpectrum[Count];
        Parallel.For(0, Count, i =>
            heads[i] = _correlator.Analyse(Song.Channels, c => Song.WindowMemory(c, _places[i] - Lead, HeadLength)));
        return heads;
    }

    /// <summary>Compares two places; null when they are strangers.</summary>
    private Twin? Match((int Index, HeadSpectrum Head) a, (int Index, HeadSpectrum Head) b, HeadCorrelator.Scratch scratch)
    {
        (int lag, double peak) = _correlator.Best(a.Head, b.Head, scratch);
        if (peak <= 0 || peak * peak < 0.02 * a.Head.Energy * b.Head.Energy)
            return null;
        double forward = Explained(_places[a.Index], _places[b.Index] + lag, -Lead, HeadLength);
        double backward = Explained(_places[b.Index], _places[a.Index] - lag, -Lead, HeadLength);
        return new Twin(b.Index, (float)Math.Min(forward, backward), lag);
    }

    /// <summary>
    /// Share of the energy at <paramref name="a"/> that the waveform at <paramref name="b"/> explains, each channel with its own gain of
    /// at least 0.
    /// </summary>
    public double Explained(int a, int b, int from, int length)
    {
        double explained = 0, energy = 0;
        for (int c = 0; c < Song.Channels; c++)
        {
            ReadOnlySpan<float> x = Song.Window(c, a + from, length), y = Song.Window(c, b + from, length);
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
        for (int c = 0; c < Song.Channels; c++)
        {
            ReadOnlySpan<float> x = Song.Window(c, a + from, length), y = Song.Window(c, b + from, length);
            xy += TensorPrimitives.Dot(x, y);
            yy += TensorPrimitives.SumOfSquares(y);
        }

        return yy > 0 ? xy / yy : 0;
    }
}
