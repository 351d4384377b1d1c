namespace Cymatic.Signal;

/// <summary>Agglomerative clustering: the two nearest clusters merge until one is left.</summary>
/// <remarks>
/// Nearest-neighbour chain, O(n²) in time, n(n−1)/2 floats in memory (Murtagh, Computational Statistics Quarterly 1984; Müllner,
/// arXiv:1109.2378, figure 3); centroid and median linkage always merge the nearest pair, up to O(n³). Heights and cuts equal those of
/// scipy.cluster.hierarchy.linkage.
/// </remarks>
public static class Linkage
{
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

    /// <summary>The distance of the clusters' means; the distances are Euclidean. A merge may lie below those before it.</summary>
    /// <remarks>UPGMC (Sneath and Sokal, 1973): Heights of scipy's "centroid".</remarks>
    public static Dendrogram Centroid(DistanceMatrix distances) => Greedy(distances, (a, b, between, sizes) =>
    {
        double all = sizes.First + sizes.Second, x = (double)sizes.First * a * a, y = (double)sizes.Second * b * b;
        double z = (double)sizes.First * sizes.Second * between * between / all;
        return (float)Math.Sqrt(Math.Max(0, (x + y - z) / all));
    });

    /// <summary>The distance of the clusters' middles, each midway between those of the two that it was made of; the distances are
    /// Euclidean. A merge may lie below those before it.</summary>
    /// <remarks>WPGMC (Gower, Biometrics 23, 1967): Heights of scipy's "median".</remarks>
    public static Dendrogram Median(DistanceMatrix distances) => Greedy(distances, (a, b, between, _) =>
        (float)Math.Sqrt(Math.Max(0, (0.5 * (((double)a * a) + ((double)b * b))) - (0.25 * between * between))));

    /// <summary>Always merges the two nearest of all: for distances that a merge may shorten, where chains of neighbours fail.</summary>
    private static Dendrogram Greedy(DistanceMatrix distances, LinkageUpdate update)
    {
        ArgumentNullException.ThrowIfNull(distances);
        int n = distances.Count;
        var clusters = new ActiveClusters(distances);
        var nearest = new (int Other, float Distance)[n];
        for (int i = 0; i < n; i++)
            nearest[i] = clusters.NearestAbove(i);
        var merges = new (int First, int Second, float Height)[n - 1];
        for (int merge = 0; merge < n - 1; merge++)
        {
            int first = clusters.LeastOf(nearest);
            (int second, float height) = nearest[first];
            merges[merge] = (first, second, height);
            clusters.Merge(first, second, update);
            for (int i = 0; i < second; i++)
            {
                // What was nearest is gone or elsewhere, or has come nearer.
                float distance = clusters.IsActive(i) ? clusters.Distance(i, second) : float.PositiveInfinity;
                if (nearest[i].Other == first || nearest[i].Other == second)
                    nearest[i] = clusters.NearestAbove(i);
                else if (distance < nearest[i].Distance)
                    nearest[i] = (second, distance);
            }

            nearest[second] = clusters.NearestAbove(second);
        }

        return new Dendrogram(n, Named(merges));
    }

    private static Dendrogram Chain(DistanceMatrix distances, LinkageUpdate update)
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

    private static Merge[] Sorted((int First, int Second, float Height)[] found) => Named([.. found.OrderBy(merge => merge.Height)]);

    /// <summary>Names clusters by the merge that made them.</summary>
    private static Merge[] Named((int First, int Second, float Height)[] found)
    {
        int n = found.Length + 1;
        var root = new int[n];
        var name = new int[n];
        var size = new int[n];
        for (int leaf = 0; leaf < n; leaf++)
            (root[leaf], name[leaf], size[leaf]) = (leaf, leaf, 1);
        var merges = new Merge[n - 1];
        int next = 0;
        foreach ((int first, int second, float height) in found)
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
}
