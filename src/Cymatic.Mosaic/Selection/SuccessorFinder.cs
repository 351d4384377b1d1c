namespace Cymatic.Mosaic;

/// <summary>How like a unit of the corpus is to one of the target.</summary>
internal delegate float UnitScore(int target, int unit);

/// <summary>Makes units of the corpus candidates of one of the target.</summary>
internal delegate void CandidateSink(CandidateTable table, int target, ReadOnlySpan<int> units);

/// <summary>
/// Makes the units that follow a target's candidates candidates of the next target: without them a source could not run on.
/// </summary>
/// <param name="corpus">Where units follow each other.</param>
/// <param name="scores">Gives what units of the target, from the first so many on, are compared by.</param>
/// <param name="add">Makes units candidates of a target.</param>
internal sealed class SuccessorFinder(Corpus corpus, Func<int, int, UnitScore> scores, CandidateSink add)
{
    private const int Chunk = 256, WarmUp = 16;

    /// <summary>Successors that a target gets at most.</summary>
    public const int Kept = 10;

    /// <summary>Adds the ten likest successors to every target. They have successors themselves.</summary>
    public void Add(CandidateTable table, CancellationToken cancel)
    {
        int[] counts = [.. Enumerable.Range(0, table.Targets).Select(table.CountOf)];
        UnitBlocks.Run(table.Targets, (first, count) =>
        {
            // Chunks are worked on at once: each begins a little earlier, so that runs come across.
            int start = Math.Max(0, first - WarmUp);
            UnitScore score = scores(start, first + count - start);
            int[] before = [];
            for (int t = start; t < first + count; t++)
            {
                ReadOnlySpan<int> own = table.Units.AsSpan(table.PlaceOf(t), counts[t]);
                int[] successors = t == start && start > 0 ? [] : Best(score, t, before, own);
                if (t >= first)
                    add(table, t, successors);
                before = [.. own, .. successors];
            }
        }, cancel, Chunk);
    }

    private int[] Best(UnitScore score, int target, int[] before, ReadOnlySpan<int> known)
    {
        var best = new BestList(Kept);
        foreach (int unit in before)
        {
            CorpusSource source = corpus.Sources[corpus.SourceOf(unit)];
            int next = unit + 1;
            if (next < source.FirstUnit + source.Units && !known.Contains(next))
                best.Offer(score(target, next), next);
        }

        return best.Units.ToArray();
    }
}
