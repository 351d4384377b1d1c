namespace Cymatic.Signal;

/// <summary>Two clusters become one.</summary>
/// <param name="First">A leaf (0 … n−1) or the cluster that an earlier merge m made (n + m); smaller than
/// <paramref name="Second"/>.</param>
/// <param name="Second">The other one.</param>
/// <param name="Height">The linkage distance at which they merge.</param>
/// <param name="Leaves">Leaves in the new cluster.</param>
public readonly record struct Merge(int First, int Second, double Height, int Leaves);

/// <summary>A tree of clusters: n leaves and n − 1 merges, by rising height but where a linkage says otherwise.</summary>
public sealed class Dendrogram
{
    internal Dendrogram(int leaves, Merge[] merges) => (Leaves, Merges) = (leaves, merges);

    /// <summary>Number of leaves.</summary>
    public int Leaves { get; }

    /// <summary>The merges, each after those that it builds on.</summary>
    public IReadOnlyList<Merge> Merges { get; }

    /// <summary>A label for every leaf: those share one whose merges all lie at <paramref name="height"/> or below.</summary>
    /// <returns>Labels 0, 1, … in the order of their first leaf.</returns>
    public int[] Cut(double height)
    {
        var highest = new double[Merges.Count];
        for (int m = 0; m < highest.Length; m++)
        {
            (int first, int second, double own, _) = Merges[m];
            double below = Math.Max(first < Leaves ? own : highest[first - Leaves], second < Leaves ? own : highest[second - Leaves]);
            highest[m] = Math.Max(own, below);
        }

        return Labels(m => highest[m] <= height);
    }

    /// <summary>A label for every leaf, so that there are <paramref name="clusters"/> labels.</summary>
    /// <returns>Labels 0, 1, … in the order of their first leaf.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one cluster or more than leaves.</exception>
    public int[] CutInto(int clusters)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(clusters, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(clusters, Leaves);
        return Labels(m => m < Leaves - clusters);
    }

    private int[] Labels(Predicate<int> isKept)
    {
        var parent = new int[Leaves + Merges.Count];
        Array.Fill(parent, -1);
        for (int merge = 0; merge < Merges.Count; merge++)
        {
            if (isKept(merge))
                parent[Merges[merge].First] = parent[Merges[merge].Second] = Leaves + merge;
        }

        var labelOfRoot = new Dictionary<int, int>();
        var labels = new int[Leaves];
        for (int node = parent.Length - 1; node >= 0; node--)
            parent[node] = parent[node] < 0 ? node : parent[parent[node]];
        for (int leaf = 0; leaf < Leaves; leaf++)
        {
            if (!labelOfRoot.TryGetValue(parent[leaf], out labels[leaf]))
                labelOfRoot.Add(parent[leaf], labels[leaf] = labelOfRoot.Count);
        }

        return labels;
    }
}
