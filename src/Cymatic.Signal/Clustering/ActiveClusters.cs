namespace Cymatic.Signal;

/// <summary>The distance of a cluster to one that two others merge into.</summary>
internal delegate float LinkageUpdate(float toFirst, float toSecond, float between, (int First, int Second, int Other) sizes);

/// <summary>Distances among the clusters that are left; a merged cluster lives on in its second slot.</summary>
internal sealed class ActiveClusters
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

    /// <summary>Whether a slot holds a cluster.</summary>
    public bool IsActive(int cluster) => _size[cluster] > 0;

    /// <summary>The distance of two clusters.</summary>
    public float Distance(int cluster, int other) => _pairs[Index(cluster, other)];

    /// <summary>The nearest cluster in a later slot; at infinity when there is none.</summary>
    public (int Other, float Distance) NearestAbove(int cluster)
    {
        (int Other, float Distance) nearest = (-1, float.PositiveInfinity);
        for (int other = cluster + 1; other < _count && IsActive(cluster); other++)
        {
            if (_size[other] > 0 && (nearest.Other < 0 || Distance(cluster, other) < nearest.Distance))
                nearest = (other, Distance(cluster, other));
        }

        return nearest;
    }

    /// <summary>The cluster whose nearest one is nearest.</summary>
    public int LeastOf((int Other, float Distance)[] nearest)
    {
        int least = -1;
        for (int i = 0; i < _count; i++)
        {
            if (IsActive(i) && nearest[i].Other >= 0 && (least < 0 || nearest[i].Distance < nearest[least].Distance))
                least = i;
        }

        return least;
    }

    /// <summary>Puts the first cluster into the second one's slot.</summary>
    public void Merge(int first, int second, LinkageUpdate update)
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
