using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>Parts a song into fragments of one or two beats, those that sound alike being of one kind.</summary>
/// <remarks>
/// A fragment is what sounds in each quarter of its beats, so that two are alike when the same things happen at the same time. Average
/// linkage; the number of kinds is that of the widest mean silhouette (Rousseeuw, J. Comp. Appl. Math. 20, 1987) among those whose
/// cuts lie between a difference that nobody hears and one that nobody misses. Kinds are numbered so that neighbours sound alike
/// (<see cref="OptimalLeafOrder"/>).
/// </remarks>
public static class SongFragments
{
    /// <summary>Rows of <see cref="BeatFeatures.Levels"/> for a beat that fragments are made of.</summary>
    public const int Slices = 4;

    // Below this, levels in dB are noise that nobody hears beside the rest.
    private const float FloorDb = -60;

    // Root mean squares of differences in dB: below the first fragments are one kind, above the second they are not.
    private const double SameDb = 2.5, OtherDb = 9;

    private const int MostTried = 40, MostKinds = 400;

    /// <summary>The fragments of a song.</summary>
    /// <param name="features">Beats of <see cref="Slices"/> slices, enough for three fragments.</param>
    /// <param name="beats">Beats of a fragment, 1 or 2.</param>
    /// <param name="options">The numbers of kinds; null: the one that fits best.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ArgumentException">Too few beats, other slices, or more kinds than fragments.</exception>
    public static SongStructure Of(
        BeatFeatures features, int beats = 1, StructureOptions? options = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentOutOfRangeException.ThrowIfLessThan(beats, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(beats, 2);
        options ??= new();
        int[] edges = Edges(features, beats);
        int n = edges.Length - 1;
        if (n < 3 || features.Slices != Slices)
            throw new ArgumentException(
                $"Fragments need 3 times {beats} beats of {Slices} slices, not {features.Beats} of {features.Slices}.", nameof(features));
        _ = SongStructure.ClustersFor(n, options);
        DenseMatrix fragments = Fragments(features, edges, beats);
        DistanceMatrix distances = Compared(fragments, cancel);
        Dendrogram tree = Linkage.Average(distances);
        double[] times = [.. edges.Select(edge => features.Times[edge])];
        int[] clusters = options.Clusters is { } asked ? [.. asked] : Tried(tree);
        StructureLevel[] levels = [.. clusters.Select(k => Level(tree, k, distances, times, cancel))];
        int chosen = Enumerable.Range(0, levels.Length).MaxBy(i => levels[i].Stability);
        SparseMatrix recurrence = n < 4 ? SparseMatrix.FromRows(n, (_, _) => { }) : SongStructure.Recurrent(fragments, cancel, width: 1);
        return SongStructure.OfFragments(features, (beats, times), recurrence, (levels, chosen));
    }

    /// <summary>The beats at which fragments begin: two beats begin with the stronger one; what is left over joins its neighbour.</summary>
    private static int[] Edges(BeatFeatures features, int beats)
    {
        if (beats == 1)
            return [.. Enumerable.Range(0, features.Beats + 1)];
        double[] strength = [0, 0];
        for (int beat = 1; beat < features.Beats; beat++)
            strength[beat % 2] += features.Onsets.Values[Math.Min(features.Edges[beat], features.Onsets.Values.Length - 1)];
        int first = strength[1] > strength[0] ? 1 : 0;
        List<int> edges = [0];
        for (int beat = first == 0 ? 2 : 1; beat < features.Beats; beat += 2)
            edges.Add(beat);
        edges.Add(features.Beats);
        return [.. edges];
    }

    /// <summary>Fragments × their slices' bands; one that is shorter than others goes on with its last beat.</summary>
    private static DenseMatrix Fragments(BeatFeatures features, int[] edges, int beats)
    {
        int bands = features.Levels.Columns, beatNumbers = Slices * bands, columns = beats * beatNumbers;
        var values = new float[(edges.Length - 1) * columns];
        for (int i = 0; i + 1 < edges.Length; i++)
        {
            for (int beat = 0; beat < beats; beat++)
            {
                int from = Math.Min(edges[i] + beat, edges[i + 1] - 1);
                features.Levels.Values.AsSpan(from * beatNumbers, beatNumbers).CopyTo(values.AsSpan((i * columns) + (beat * beatNumbers)));
            }
        }

        TensorPrimitives.Max(values, FloorDb, values);
        return new(values, columns);
    }

    private static DistanceMatrix Compared(DenseMatrix fragments, CancellationToken cancel)
    {
        int n = fragments.Rows;
        var pairs = new float[checked((int)((long)n * (n - 1) / 2))];
        Parallel.For(0, n - 1, new ParallelOptions { CancellationToken = cancel }, i =>
        {
            Span<float> row = pairs.AsSpan((int)((long)i * ((2 * n) - i - 1) / 2), n - 1 - i);
            Distances.Squared(fragments[i], fragments, row, i + 1);
            TensorPrimitives.Divide(row, fragments.Columns, row);
            TensorPrimitives.Sqrt<float>(row, row);
        });
        return new(pairs, n);
    }

    /// <summary>The numbers of kinds between the two cuts; of many some, the small ones closer together.</summary>
    private static int[] Tried(Dendrogram tree)
    {
        int n = tree.Leaves, most = Math.Min(n - 1, MostKinds);
        int fewest = Math.Clamp(1 + tree.Merges.Count(merge => merge.Height > OtherDb), 2, most);
        int last = Math.Clamp(1 + tree.Merges.Count(merge => merge.Height > SameDb), fewest, most);
        double growth = Math.Max(1, Math.Pow((double)last / fewest, 1.0 / MostTried));
        SortedSet<int> tried = [fewest, last];
        for (double k = fewest; k < last; k = Math.Max(k + 1, k * growth))
            tried.Add((int)k);
        return [.. tried];
    }

    private static StructureLevel Level(Dendrogram tree, int clusters, DistanceMatrix distances, double[] times, CancellationToken cancel)
    {
        int[] labels = tree.CutInto(clusters);
        (double silhouette, float[] between) = Means(labels, clusters, distances, cancel);
        var rows = DistanceMatrix.Of(clusters, (i, j) => between[(i * clusters) + j]);
        int[] order = clusters <= 200 ? OptimalLeafOrder.Of(Linkage.Average(rows), rows) : [.. Enumerable.Range(0, clusters)];
        int[] names = new int[clusters];
        for (int i = 0; i < clusters; i++)
            names[order[i]] = i;
        labels = [.. labels.Select(label => names[label])];
        return new(clusters, labels, [.. labels.Select((label, i) => new SongSegment(times[i], times[i + 1], label))])
        {
            Stability = silhouette,
        };
    }

    /// <summary>The mean silhouette width, and the mean distances between clusters.</summary>
    private static (double Silhouette, float[] Between) Means(
        int[] labels, int clusters, DistanceMatrix distances, CancellationToken cancel)
    {
        int n = labels.Length;
        var sizes = new int[clusters];
        foreach (int label in labels)
            sizes[label]++;
        var widths = new double[n];
        var sums = new double[n][];
        Parallel.For(0, n, new ParallelOptions { CancellationToken = cancel }, i =>
        {
            double[] sum = sums[i] = new double[clusters];
            for (int j = 0; j < n; j++)
                sum[labels[j]] += distances[i, j];
            double within = sum[labels[i]] / Math.Max(1, sizes[labels[i]] - 1), nearest = double.PositiveInfinity;
            for (int other = 0; other < clusters; other++)
                nearest = other == labels[i] ? nearest : Math.Min(nearest, sum[other] / sizes[other]);
            widths[i] = sizes[labels[i]] == 1 ? 0 : (nearest - within) / Math.Max(1e-9, Math.Max(nearest, within));
        });
        var between = new float[clusters * clusters];
        for (int i = 0; i < n; i++)
        {
            for (int other = 0; other < clusters; other++)
                between[(labels[i] * clusters) + other] += (float)(sums[i][other] / ((double)sizes[other] * sizes[labels[i]]));
        }

        return (widths.Average(), between);
    }
}
