using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>Finds the height at which a dendrogram's clusters are most compact and most apart.</summary>
/// <remarks>
/// Rousseeuw, Journal of Computational and Applied Mathematics 20 (1987), over all cuts between two bounds: nobody hears a difference
/// below the lower one, and nobody misses it above the upper one. Of the rules that were compared on 32 songs whose every playing
/// differs (largest gap, multiples of the nearest neighbour's or the median distance, a fixed height, Otsu's) it came nearest to the
/// best possible cut of each song.
/// </remarks>
internal static class SilhouetteCut
{
    private const double LowestDb = 3, HighestDb = 11;

    // Cuts that are tried at most, evenly spread over the merges.
    private const int MostCuts = 60;

    /// <summary>The height to cut at.</summary>
    public static double Of(Dendrogram tree, DistanceMatrix distances)
    {
        IEnumerable<double> between = tree.Merges.Select(merge => merge.Height).Where(height => height is > LowestDb and < HighestDb);
        double[] heights = [LowestDb, .. between, HighestDb];
        double best = 0.5 * (LowestDb + HighestDb), bestScore = double.NegativeInfinity;
        int step = (heights.Length + MostCuts - 1) / MostCuts;
        for (int i = 0; i + 1 < heights.Length; i += step)
        {
            double cut = 0.5 * (heights[i] + heights[i + 1]), score = Score(tree.Cut(cut), distances);
            if (score > bestScore)
                (best, bestScore) = (cut, score);
        }

        return best;
    }

    /// <summary>The mean silhouette width; of one cluster and of single things 0.</summary>
    private static double Score(int[] labels, DistanceMatrix distances)
    {
        int clusters = labels.Max() + 1;
        if (clusters < 2)
            return 0;
        var count = new int[clusters];
        foreach (int label in labels)
            count[label]++;
        var widths = new double[labels.Length];
        Parallel.For(0, labels.Length, i =>
        {
            if (count[labels[i]] == 1)
                return;
            var sum = new double[clusters];
            for (int j = 0; j < labels.Length; j++)
                sum[labels[j]] += distances[i, j];
            double within = sum[labels[i]] / (count[labels[i]] - 1), nearest = double.PositiveInfinity;
            for (int c = 0; c < clusters; c++)
                nearest = c == labels[i] ? nearest : Math.Min(nearest, sum[c] / count[c]);
            widths[i] = (nearest - within) / Math.Max(1e-9, Math.Max(nearest, within));
        });
        return widths.Average();
    }
}
