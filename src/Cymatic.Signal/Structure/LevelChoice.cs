namespace Cymatic.Signal;

/// <summary>Clusters moments into a number of kinds, and says which number fits.</summary>
internal static class LevelChoice
{
    private const int Trials = 8;
    private const double PartKept = 0.8;

    /// <summary>A level of so many kinds.</summary>
    public static StructureLevel Level(int clusters, (double[] Values, DenseMatrix Vectors) spectrum,
        (double[] Times, StructureOptions Options) song, CancellationToken cancel)
    {
        DenseMatrix points = SpectralEmbedding.Normalised(spectrum.Vectors, clusters);
        Clusters found = KMeans.Fit(points, clusters, new() { Seed = song.Options.Seed }, cancel);
        double last = Math.Max(0, spectrum.Values[clusters - 1]);
        double next = clusters < spectrum.Values.Length ? Math.Max(last, spectrum.Values[clusters]) : double.NaN;
        return StructureLevel.Joined(clusters, found.Labels, song.Times) with
        {
            Eigengap = next == 0 ? 0 : (next - last) / Math.Sqrt(next),
            Stability = song.Options.Clusters is { Count: 1 } ? double.NaN : Stability(points, found, song.Options.Seed, cancel),
        };
    }

    /// <summary>The level whose eigengap times its stability is largest.</summary>
    public static int Best(StructureLevel[] levels) => levels.Length == 1 ? 0
        : Enumerable.Range(0, levels.Length).MaxBy(i => levels[i].Eigengap * levels[i].Stability);

    /// <summary>Names kinds alike on neighbouring levels: each takes the name of the kind of the level before that it shares most moments
    /// with; names stay 0, 1 …</summary>
    public static StructureLevel[] Matched(StructureLevel[] levels, double[] times)
    {
        for (int level = 1; level < levels.Length; level++)
        {
            StructureLevel before = levels[level - 1], here = levels[level];
            int[] names = Names(before.Labels, here.Labels, here.Clusters);
            levels[level] = StructureLevel.Joined(here.Clusters, [.. here.Labels.Select(label => names[label])], times) with
            {
                Eigengap = here.Eigengap,
                Stability = here.Stability,
            };
        }

        return levels;
    }

    private static int[] Names(int[] before, int[] labels, int clusters)
    {
        var names = new int[clusters];
        Array.Fill(names, -1);
        var shared = before.Zip(labels).GroupBy(pair => pair).OrderByDescending(group => group.Count()).ThenBy(group => group.Key);
        foreach (IGrouping<(int Before, int Label), (int, int)> group in shared)
        {
            if (names[group.Key.Label] < 0 && !names.Contains(group.Key.Before))
                names[group.Key.Label] = group.Key.Before;
        }

        for (int label = 0, next = 0; label < clusters; label++)
        {
            while (names[label] < 0 && names.Contains(next))
                next++;
            names[label] = names[label] < 0 ? next : names[label];
        }

        return names;
    }

    /// <summary>How alike the clusters of all moments and those found in a part of them are: the mean adjusted Rand index.</summary>
    /// <remarks>Ben-Hur, Elisseeff and Guyon, Pacific Symposium on Biocomputing 2002; Hubert and Arabie, Journal of Classification 2,
    /// 1985.</remarks>
    private static double Stability(DenseMatrix points, Clusters all, int seed, CancellationToken cancel)
    {
        var random = new Random(seed + 1);
        int kept = Math.Max(all.Centres.Rows, (int)(PartKept * points.Rows));
        double sum = 0;
        for (int trial = 0; trial < Trials; trial++)
        {
            int[] part = [.. Enumerable.Range(0, points.Rows).ToArray()];
            random.Shuffle(part);
            part = [.. part.Take(kept).Order()];
            DenseMatrix some = DenseMatrix.From(kept, points.Columns, (row, column) => points[part[row], column]);
            Clusters found = KMeans.Fit(some, all.Centres.Rows, new() { Seed = seed + trial, Restarts = 2 }, cancel);
            sum += AdjustedRand([.. part.Select(i => all.Labels[i])], found.Labels, all.Centres.Rows);
        }

        return sum / Trials;
    }

    private static double AdjustedRand(int[] a, int[] b, int clusters)
    {
        var table = new double[clusters, clusters];
        for (int i = 0; i < a.Length; i++)
            table[a[i], b[i]]++;
        static double Pairs(double n) => n * (n - 1) / 2;
        double both = 0, first = 0, second = 0;
        for (int i = 0; i < clusters; i++)
        {
            double row = 0, column = 0;
            for (int j = 0; j < clusters; j++)
            {
                both += Pairs(table[i, j]);
                (row, column) = (row + table[i, j], column + table[j, i]);
            }

            (first, second) = (first + Pairs(row), second + Pairs(column));
        }

        double chance = first * second / Pairs(a.Length), most = 0.5 * (first + second);
        return most > chance ? (both - chance) / (most - chance) : 1;
    }
}
