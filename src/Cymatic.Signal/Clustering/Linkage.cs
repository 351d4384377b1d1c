namespace Cymatic.Signal;

/// <summary>Agglomerative clustering: the two nearest clusters merge until one is left.</summary>
/// <remarks>
/// Nearest-neighbour chain, O(n²) in time, n(n−1)/2 floats in memory (Murtagh, Computational Statistics Quarterly 1984; Müllner,
/// arXiv:1109.2378, figure 3). Heights and cuts equal those of scipy.cluster.hierarchy.linkage.
/// </remarks>
public static class Linkage
{
    private delegate float Update(float toFirst, float toSecond, float between, (int First, int Second, int Other) sizes);

    /// <summary>The distance of two clusters is that of their nearest members.</summary>
    public static Dendrogram SingleLink(DistanceMatrix distances) => Chain(distances, (a, b, _, _) => Math.Min(a, b));

    /// <summary>The distance of two clusters is that of their farthest members.</summary>
    public static Dendrogram CompleteLink(DistanceMatrix distances) => Chain(distances, (a, b, _, _) => Math.Max(a, b));

    /// <summary>The distance of two clusters is the mean over all pairs of members.</summary>
    public static Dendrogram Average(DistanceMatrix distances) => Chain(
        distances,
        (a, b, _, sizes) => (float)(((double)sizes.First * a + (double)sizes.Second * b) / (sizes.First + sizes.Second)));

    /// <summary>The distance of a cluster is the mean of those of the two that it was made of, whatever their sizes (WPGMA).</summary>
    public static Dendrogram Weighted(DistanceMatrix distances) => Chain(distances, (a, b, _, _) => 0.5f * (a + b));

    /// <summary>The pair whose merging adds least to the variance within clusters; the distances are Euclidean.</summary>
    /// <remarks>Ward, JASA 1963; update of Lance and Williams 1967.</remarks>
    public static Dendrogram Ward(DistanceMatrix distances) => Chain(distances, (a, b, between, sizes) =>
    {
        double x = (double)(sizes.First + sizes.Other) * a * a, y = (double)(sizes.Second + sizes.Other) * b * b;
        double z = (double)sizes.Other * between * between;
        return (float)Math.Sqrt(Math.Max(0, x + y - z) / (sizes.First + sizes.Second + sizes.Other));
    });

    private static Dendrogram Chain(DistanceMatrix distances, Update update)
    {
        ArgumentNullException.ThrowIfNull(distances);
        int n = distances.Count;
        var clusters = new ActiveClusters(distances);
        var chain = new int[n];
        int length = 0;
        var merges = new (int First, int Second, float Height)[n - 1];
        for (int merge = 0; merge < n - 1; merge++)
        {
            if (length == 0)
                chain[length++] = clusters.FirstActive();
            while (true)
            {
                int last = chain[length - 1], previous = length > 1 ? chain[length - 2] : -1;
                int nearest = clusters.Nearest(last, previous, out float height);
                if (nearest == previous)
                {
                    (int first, int second) = last < previous ? (last, previous) : (previous, last);
                    merges[merge] = (first, second, height);
                    clusters.Merge(first, second, update);
                    length -= 2;
                    break;
                }

                chain[length++] = nearest;
            }
        }

        return new Dendrogram(n, Sorted(merges));
    }

    /// <summary>Orders the merges by height and names clusters by the merge that made them.</summary>
    private static Merge[] Sorted((int First, int Second, float Height)[] found)
    {
        int n = found.Length + 1;
        var root = new int[n];
        var name = new int[n];
        var size = new int[n];
        for (int leaf = 0; leaf < n; leaf++)
            (root[leaf], name[leaf], size[leaf]) = (leaf, leaf, 1);
        var merges = new Merge[n - 1];
        int next = 0;
        foreach ((int first, int second, float height) in found.OrderBy(merge => merge.Height))
        {
            int a = Root(root, first), b = Root(root, second);
            size[b] += size[a];
            merges[next] = new Merge(Math.Min(name[a], name[b]), Math.Max(name[a], name[b]), height, size[b]);
            root[a] = b;
            name[b] = n + next++;
        }

        return merges;
    }

    private static int Root(int[] root, int leaf)
    {
        while (root[leaf] != leaf)
            leaf = root[leaf] = root[root[leaf]];
        return leaf;
    }

    /// <summary>Distances among the clusters that are left; a merged cluster lives on in its second slot.</summary>
    private sealed class ActiveClusters
    {
        private readonly float[] _pairs;
        private readonly int[] _size;
        private readonly int _count;

        public ActiveClusters(DistanceMatrix distances)
        {
            _count = distances.Count;
            _pairs = distances.Condensed.ToArray();
            _size = new int[_count];
            Array.Fill(_size, 1);
        }

        public int FirstActive() => Array.FindIndex(_size, size => size > 0);

        /// <summary>The nearest cluster; <paramref name="preferred"/> wins a tie.</summary>
        public int Nearest(int cluster, int preferred, out float distance)
        {
            int nearest = preferred;
            distance = preferred >= 0 ? _pairs[Index(cluster, preferred)] : float.PositiveInfinity;
            for (int other = 0; other < _count; other++)
            {
                if (_size[other] == 0 || other == cluster)
                    continue;
                float candidate = _pairs[Index(cluster, other)];
                if (candidate < distance || nearest < 0)
                    (nearest, distance) = (other, candidate);
            }

            return nearest;
        }

        public void Merge(int first, int second, Update update)
        {
            float between = _pairs[Index(first, second)];
            for (int other = 0; other < _count; other++)
            {
                if (_size[other] == 0 || other == first || other == second)
                    continue;
                ref float kept = ref _pairs[Index(second, other)];
                kept = update(_pairs[Index(first, other)], kept, between, (_size[first], _size[second], _size[other]));
            }

            _size[second] += _size[first];
            _size[first] = 0;
        }

        private int Index(int i, int j)
        {
            (int low, int high) = i < j ? (i, j) : (j, i);
            return (int)((long)low * (2 * _count - low - 1) / 2) + high - low - 1;
        }
    }
}
