using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Mosaic;

/// <summary>Looks through whole sources for the units that are most coherent with a target, however unlike they seem.</summary>
internal sealed class CopySearch(Corpus corpus, PhaseSpectra spectra, SourceChoice choice)
{
    private const int Tile = 128, Block = 64;
    private const double LeastShare = 0.05;

    /// <summary>Units that a target gets at most.</summary>
    public const int Kept = 30;

    /// <summary>Adds the 30 best units by coherence without a lag as candidates.</summary>
    /// <param name="table">The candidates.</param>
    /// <param name="copies">For each target the unit that is known to be the same recording, or −1.</param>
    /// <param name="finder">Knows how like units are.</param>
    /// <param name="cancel">Ends the work.</param>
    public void Add(CandidateTable table, int[] copies, CandidateFinder finder, CancellationToken cancel)
    {
        int[] matches = new int[corpus.Sources.Count];
        foreach (int unit in copies.Where(unit => unit >= 0))
            matches[corpus.SourceOf(unit)]++;
        double least = Math.Max(1, LeastShare * matches.Sum());
        int[] searched = [.. Enumerable.Range(0, matches.Length).Where(s => choice.IsAllowed(s) && matches[s] >= least)];
        UnitBlocks.Run(table.Targets, (first, count) =>
        {
            BestList[] best = Search(first, count, searched, cancel);
            for (int i = 0; i < count; i++)
                finder.Add(table, first + i, best[i].Units);
        }, cancel, Block);
    }

    private BestList[] Search(int first, int count, int[] sources, CancellationToken cancel)
    {
        int numbers = spectra.Numbers, bins = numbers / 2;
        // A row and its product with −i: their products with a unit are the real and the imaginary part.
        var targets = new float[2 * count * numbers];
        for (int i = 0; i < count; i++)
        {
            float[] t = spectra.OfTarget(first + i);
            t.CopyTo(targets.AsSpan(2 * i * numbers));
            Span<float> turned = targets.AsSpan(((2 * i) + 1) * numbers, numbers);
            t.AsSpan(bins).CopyTo(turned);
            TensorPrimitives.Negate(t.AsSpan(0, bins), turned[bins..]);
        }

        BestList[] best = [.. Enumerable.Range(0, count).Select(_ => new BestList(Kept))];
        float[] units = new float[Tile * numbers], products = new float[2 * count * Tile];
        foreach (CorpusSource source in sources.Select(s => corpus.Sources[s]))
        {
            for (int start = 0; start < source.Units; start += Tile)
            {
                cancel.ThrowIfCancellationRequested();
                int n = Math.Min(Tile, source.Units - start);
                for (int j = 0; j < n; j++)
                    spectra.OfCorpus(source.FirstUnit + start + j).CopyTo(units.AsSpan(j * numbers));
                RowProducts.Of(targets, units.AsSpan(0, n * numbers), numbers, products.AsSpan(0, 2 * count * n));
                for (int i = 0; i < count; i++)
                {
                    Span<float> re = products.AsSpan(2 * i * n, n), im = products.AsSpan(((2 * i) + 1) * n, n);
                    TensorPrimitives.Hypot(re, im, re);
                    best[i].Offer(re, source.FirstUnit + start);
                }
            }
        }

        return best;
    }
}
