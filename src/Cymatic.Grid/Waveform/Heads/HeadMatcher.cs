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
    private HeadPairs _pairs = HeadPairs.All;
    private List<Twin>[] _twins = [];

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
    /// <param name="least">Below it places are strangers.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <param name="earlier">
    /// One that has found all twins of as much among some of the places: what it has compared is not compared again.
    /// </param>
    public List<Twin>[] AllTwins(float least, CancellationToken cancel, HeadMatcher? earlier = null)
    {
        var blocks = new HeadBlocks(_correlator, Song, [.. _places.Select(place => place - Lead)]);
        _pairs = Count <= MostAllPairs
            ? HeadPairs.All
            : HeadPairs.Of(Fingerprints.Nearest(blocks.Prints(), HeadCorrelator.Bands, Shortlist, cancel));
        _twins = [.. _places.Select(_ => new List<Twin>())];
        int[] known = earlier?.IndicesOf(_places) ?? [];
        var options = new ParallelOptions { CancellationToken = cancel };
        for (int first = 0; first < blocks.Count; first++)
        {
            for (int second = first; second < blocks.Count; second++)
            {
                HeadBlocks.Block a = blocks.Get(first, 0), b = second == first ? a : blocks.Get(second, 1);
                Parallel.For(0, a.Heads.Count, options, _correlator.NewScratch, (k, _, scratch) =>
                {
                    int i = a.First + k;
                    foreach (int j in _pairs.With(i, b.First, b.First + b.Heads.Count))
                    {
                        if (earlier is null || !earlier.HasCompared(known[i], known[j]))
                            Add(i, Match((i, a.Heads[k]), (j, b.Heads[j - b.First]), (least, scratch)));
                        else if (earlier.Between(known[i], known[j]) is { } twin)
                            Add(i, twin with { Other = j });
                    }

                    return scratch;
                }, _ => { });
            }
        }

        foreach (List<Twin> list in _twins)
            list.Sort((a, b) => a.Other.CompareTo(b.Other));
        return _twins;
    }

    private void Add(int place, Twin? twin)
    {
        if (twin is not { } t)
            return;
        lock (_twins[place])
            _twins[place].Add(t);
        lock (_twins[t.Other])
            _twins[t.Other].Add(new Twin(place, t.Rho2, -t.Lag));
    }

    /// <summary>The indices that places have here; −1 for others.</summary>
    private int[] IndicesOf(int[] places)
    {
        var indices = new Dictionary<int, int>();
        for (int i = 0; i < _places.Length; i++)
            indices.TryAdd(_places[i], i);
        return [.. places.Select(place => indices.GetValueOrDefault(place, -1))];
    }

    private bool HasCompared(int a, int b) => a >= 0 && b >= 0 && a != b && _pairs.Has(a, b);

    private Twin? Between(int a, int b)
    {
        foreach (Twin twin in _twins[a])
        {
            if (twin.Other == b)
                return twin;
        }

        return null;
    }

    /// <summary>Compares two places; null when they are strangers.</summary>
    private Twin? Match(
        (int Index, HeadSpectrum Head) a, (int Index, HeadSpectrum Head) b, (float Least, HeadCorrelator.Scratch Scratch) search)
    {
        (int lag, double peak) = _correlator.Best(a.Head, b.Head, search.Scratch);
        if (peak <= 0 || peak * peak < 0.02 * a.Head.Energy * b.Head.Energy)
            return null;
        float forward = (float)Explained(_places[a.Index], _places[b.Index] + lag, -Lead, HeadLength);
        if (forward < search.Least)
            return null;
        float backward = (float)Explained(_places[b.Index], _places[a.Index] - lag, -Lead, HeadLength);
        return backward < search.Least ? null : new Twin(b.Index, Math.Min(forward, backward), lag);
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
