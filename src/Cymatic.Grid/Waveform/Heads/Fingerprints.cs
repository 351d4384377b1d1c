using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>Shortlists of similar heads, so that long songs need not compare every pair of waveforms.</summary>
internal static class Fingerprints
{
    /// <summary>Fingerprints whose products with others are made at once, and how many others: both stay in the cache.</summary>
    private const int Rows = 48, Columns = 2048;

    /// <summary>For each fingerprint the indices of its <paramref name="count"/> most similar others, rising.</summary>
    /// <param name="prints">One after the other.</param>
    /// <param name="numbers">Numbers in a fingerprint.</param>
    /// <param name="count">How many others.</param>
    /// <param name="cancel">Stops the work.</param>
    public static int[][] Nearest(float[] prints, int numbers, int count, CancellationToken cancel)
    {
        int all = prints.Length / numbers;
        var nearest = new int[all][];
        var options = new ParallelOptions { CancellationToken = cancel };
        Parallel.For(0, (all + Rows - 1) / Rows, options, () => new float[Rows * Columns], (block, _, products) =>
        {
            int first = block * Rows, rows = Math.Min(Rows, all - first);
            var best = new PriorityQueue<int, float>[rows];
            for (int i = 0; i < rows; i++)
                best[i] = new PriorityQueue<int, float>(count + 1);
            for (int from = 0; from < all; from += Columns)
            {
                int columns = Math.Min(Columns, all - from);
                Span<float> similarities = products.AsSpan(0, rows * columns);
                ReadOnlySpan<float> others = prints.AsSpan(from * numbers, columns * numbers);
                RowProducts.Of(prints.AsSpan(first * numbers, rows * numbers), others, numbers, similarities);
                for (int i = 0; i < rows; i++)
                    Keep(best[i], count, similarities.Slice(i * columns, columns), (from, first + i));
            }

            for (int i = 0; i < rows; i++)
                nearest[first + i] = [.. best[i].UnorderedItems.Select(item => item.Element).Order()];
            return products;
        }, _ => { });
        return nearest;
    }

    /// <summary>Keeps the most similar of those from an index on, but not the fingerprint itself.</summary>
    private static void Keep(
        PriorityQueue<int, float> best, int count, ReadOnlySpan<float> similarities, (int From, int Itself) indices)
    {
        for (int j = 0; j < similarities.Length; j++)
        {
            if (indices.From + j == indices.Itself)
                continue;
            if (best.Count < count)
                best.Enqueue(indices.From + j, similarities[j]);
            else if (best.TryPeek(out _, out float least) && similarities[j] > least)
                best.EnqueueDequeue(indices.From + j, similarities[j]);
        }
    }
}
