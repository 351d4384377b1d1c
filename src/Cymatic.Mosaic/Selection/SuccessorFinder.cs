using System.Numerics.Tensors;

namespace Cymatic.Mosaic;

/// <summary>
/// Makes the units that follow a target's candidates candidates of the next target: without them a source could not run on.
/// </summary>
internal sealed class SuccessorFinder(Corpus corpus, TargetUnits target, CandidateFinder finder, double centredWeight)
{
    private const int Kept = 10, Chunk = 256, WarmUp = 16;

    /// <summary>Adds the ten likest successors to every target. They have successors themselves.</summary>
    public void Add(CandidateTable table, CancellationToken cancel)
    {
        int[] counts = [.. Enumerable.Range(0, table.Targets).Select(table.CountOf)];
        UnitBlocks.Run(table.Targets, (first, count) =>
        {
            // Chunks are worked on at once: each begins a little earlier, so that runs come across.
            int start = Math.Max(0, first - WarmUp);
            TargetBlock block = target.Block(start, first + count - start, corpus.Basis);
            int[] before = [];
            for (int t = start; t < first + count; t++)
            {
                ReadOnlySpan<int> own = table.Units.AsSpan(table.PlaceOf(t), counts[t]);
                int[] successors = t == start && start > 0 ? [] : Best(block, t - start, before, own);
                if (t >= first)
                    finder.Add(table, t, successors);
                before = [.. own, .. successors];
            }
        }, cancel, Chunk);
    }

    private int[] Best(TargetBlock block, int i, int[] before, ReadOnlySpan<int> known)
    {
        var best = new BestList(Kept);
        Span<float> features = stackalloc float[Analysis.Components];
        ReadOnlySpan<float> whole = block.WholeComponents.AsSpan(i * Analysis.Components, Analysis.Components);
        ReadOnlySpan<float> centred = block.CentredComponents.AsSpan(i * Analysis.Components, Analysis.Components);
        foreach (int unit in before)
        {
            CorpusSource source = corpus.Sources[corpus.SourceOf(unit)];
            int next = unit + 1;
            if (next == source.FirstUnit + source.Units || known.Contains(next))
                continue;
            corpus.Features.Read(next, features);
            float x0 = TensorPrimitives.Dot(block.Whole.AsSpan(i * Analysis.Bands, Analysis.Bands), source.Facts.Mean)
                + (source.Facts.Deviations[next - source.FirstUnit] * TensorPrimitives.Dot(whole, features));
            best.Offer((float)(((1 - centredWeight) * x0) + (centredWeight * TensorPrimitives.Dot(centred, features))), next);
        }

        return best.Units.ToArray();
    }
}
