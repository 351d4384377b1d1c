using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>Groups patches that sound alike.</summary>
internal static class PatchClusters
{
    /// <summary>Patches up to which all pairs are compared; of more, the others join the nearest of so many.</summary>
    private const int MostCompared = 700;

    /// <summary>A label for each patch, and the difference in dB from which on two sounds that play once have two rows.</summary>
    public static (int[] Labels, double AloneDb) Of(TimbrePatch[] patches, double? cutDb, CancellationToken cancel)
    {
        int compared = Math.Min(MostCompared, patches.Length);
        int[] chosen = [.. Enumerable.Range(0, compared).Select(i => (int)((long)i * patches.Length / compared))];
        DistanceMatrix distances = Distances([.. chosen.Select(i => patches[i])], cancel);
        (int[] among, double alone) = cutDb is { } cut
            ? (Linkage.Average(distances).Cut(cut), cut)
            : RowPrice.Rows(distances);
        return (compared == patches.Length ? among : Joined(patches, chosen, among, alone, cancel), alone);
    }

    private static DistanceMatrix Distances(TimbrePatch[] patches, CancellationToken cancel)
    {
        int n = patches.Length;
        var pairs = new float[n * (n - 1) / 2];
        Parallel.For(0, n, new ParallelOptions { CancellationToken = cancel }, i =>
        {
            int at = (int)((long)i * (2 * n - i - 1) / 2);
            for (int j = i + 1; j < n; j++)
                pairs[at + j - i - 1] = PatchDistance.Between(patches[i], patches[j]);
        });
        return new DistanceMatrix(pairs, n);
    }

    /// <summary>Those that were not compared take the label of the nearest that was, or one of their own where none is near.</summary>
    private static int[] Joined(TimbrePatch[] patches, int[] chosen, int[] among, double aloneDb, CancellationToken cancel)
    {
        var labels = new int[patches.Length];
        Array.Fill(labels, -1);
        for (int i = 0; i < chosen.Length; i++)
            labels[chosen[i]] = among[i];
        Parallel.For(0, patches.Length, new ParallelOptions { CancellationToken = cancel }, i =>
        {
            if (labels[i] >= 0)
                return;
            double nearest = aloneDb;
            for (int k = 0; k < chosen.Length; k++)
            {
                float distance = PatchDistance.Between(patches[i], patches[chosen[k]]);
                if (distance < nearest)
                    (nearest, labels[i]) = (distance, among[k]);
            }
        });
        int next = among.Max() + 1;
        for (int i = 0; i < labels.Length; i++)
            labels[i] = labels[i] < 0 ? next++ : labels[i];
        return labels;
    }
}
