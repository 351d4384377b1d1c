using System.Numerics.Tensors;

namespace Cymatic.Grid;

/// <summary>
/// Finds passages of a song that come again as a whole. They tell nothing about which of their sounds are the same: a chord that comes
/// again as a chord looks like one sound.
/// </summary>
internal static class CopiedPassages
{
    /// <summary>What is shorter tells more about its sounds than its loss would gain.</summary>
    private const double LeastSeconds = 4;
    private const int LeastPlaces = 6;

    /// <summary>Share of the energy of a window in which copies may differ: another sound in one of them has more.</summary>
    private const double MostUnlike = 0.02;
    private const double WindowSeconds = 0.1;
    private const double HopSeconds = 0.01;

    /// <summary>A window whose energy is so small a share of the mean is silence, and alike.</summary>
    private const double Silence = 1e-5;

    private const float LeastTwin = 0.8f;

    /// <summary>Distances that are looked at: those at which most places come again.</summary>
    private const int MostDistances = 30;

    /// <summary>The passages, by time; none lies in another.</summary>
    /// <param name="song">The song.</param>
    /// <param name="places">Where sounds start, rising.</param>
    /// <param name="twins">The twins of each place.</param>
    /// <param name="cancel">Stops the work.</param>
    public static List<CopiedPassage> Find(WhitenedSong song, int[] places, List<Twin>[] twins, CancellationToken cancel)
    {
        var found = new List<CopiedPassage>();
        foreach (int distance in Distances(song, places, twins))
        {
            cancel.ThrowIfCancellationRequested();
            found.AddRange(At(song, distance));
        }

        var kept = new List<CopiedPassage>();
        foreach (CopiedPassage passage in found.OrderByDescending(p => p.Length).ThenBy(p => p.Start))
        {
            CopiedPassage free = Outside(passage, kept);
            if (free.Length >= song.Samples(LeastSeconds) && places.Count(p => p >= free.Start && p < free.End) >= LeastPlaces)
                kept.Add(free);
        }

        return [.. kept.OrderBy(p => p.Start)];
    }

    /// <summary>How far apart twins lie that have others at the same distance.</summary>
    private static IEnumerable<int> Distances(WhitenedSong song, int[] places, List<Twin>[] twins)
    {
        int least = song.Samples(LeastSeconds / LeastPlaces);
        var counts = new Dictionary<int, int>();
        for (int i = 0; i < places.Length; i++)
        {
            foreach (Twin twin in twins[i].Where(t => t.Other > i && t.Rho2 >= LeastTwin))
            {
                int distance = places[twin.Other] + twin.Lag - places[i];
                if (distance >= least)
                    counts[distance] = counts.GetValueOrDefault(distance) + 1;
            }
        }

        return counts.Where(c => c.Value >= LeastPlaces / 2).OrderByDescending(c => c.Value).ThenBy(c => c.Key)
            .Take(MostDistances).Select(c => c.Key);
    }

    /// <summary>The passages that come again after a distance.</summary>
    private static IEnumerable<CopiedPassage> At(WhitenedSong song, int distance)
    {
        int hop = Math.Max(1, song.Samples(HopSeconds)), window = (int)(WindowSeconds / HopSeconds);
        int hops = (song.Length - distance) / hop, begin = -1;
        var (energy, unlike) = Compared(song, distance, hops, hop);
        double silence = Silence * window * energy.Sum() / Math.Max(1, hops);
        // An ended run lies before its failing window, a new one after it.
        for (int h = 0; h <= hops; h++)
        {
            bool alike = h + window <= hops && IsAlike(energy.AsSpan(h, window), unlike.AsSpan(h, window), silence);
            if (alike && begin < 0)
                begin = h;
            if (alike || begin < 0)
                continue;
            int end = h + window > hops ? hops : h + window - 1;
            if ((end - begin) * hop >= song.Samples(LeastSeconds))
                yield return new CopiedPassage(distance + begin * hop, distance + end * hop, distance);
            begin = -1;
        }
    }

    private static (double[] Energy, double[] Unlike) Compared(WhitenedSong song, int distance, int hops, int hop)
    {
        double[] energy = new double[Math.Max(0, hops)], unlike = new double[energy.Length];
        Parallel.For(0, energy.Length, h =>
        {
            for (int c = 0; c < song.Channels; c++)
            {
                ReadOnlySpan<float> first = song.Window(c, h * hop, hop), again = song.Window(c, h * hop + distance, hop);
                energy[h] += Math.Max(TensorPrimitives.SumOfSquares(first), TensorPrimitives.SumOfSquares(again));
                float apart = TensorPrimitives.Distance(first, again);
                unlike[h] += apart * apart;
            }
        });
        return (energy, unlike);
    }

    private static bool IsAlike(ReadOnlySpan<double> energy, ReadOnlySpan<double> unlike, double silence)
    {
        double sum = TensorPrimitives.Sum(energy);
        return sum <= silence || TensorPrimitives.Sum(unlike) <= MostUnlike * sum;
    }

    /// <summary>The passage without what lies in others: the longest part that is left.</summary>
    private static CopiedPassage Outside(CopiedPassage passage, List<CopiedPassage> others)
    {
        CopiedPassage longest = passage with { End = passage.Start };
        int start = passage.Start;
        foreach (CopiedPassage other in others.Where(o => o.End > passage.Start && o.Start < passage.End).OrderBy(o => o.Start))
        {
            if (other.Start - start > longest.Length)
                longest = passage with { Start = start, End = other.Start };
            start = Math.Max(start, other.End);
        }

        return passage.End - start > longest.Length ? passage with { Start = start } : longest;
    }
}
