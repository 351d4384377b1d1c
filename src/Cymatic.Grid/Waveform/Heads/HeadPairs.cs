namespace Cymatic.Grid;

/// <summary>Which places are compared with which: all, or those that are on a shortlist, whosever it is.</summary>
internal sealed class HeadPairs
{
    /// <summary>For each place the later ones that it is compared with, rising; null when all are.</summary>
    private readonly int[][]? _later;

    private HeadPairs(int[][]? later) => _later = later;

    /// <summary>Every place with every other.</summary>
    public static HeadPairs All { get; } = new(null);

    /// <summary>Places of which one is on the other's shortlist.</summary>
    public static HeadPairs Of(int[][] shortlists)
    {
        var later = new List<int>[shortlists.Length];
        for (int i = 0; i < later.Length; i++)
            later[i] = [.. shortlists[i].Where(j => j > i)];
        for (int i = 0; i < later.Length; i++)
        {
            foreach (int j in shortlists[i].Where(j => j < i && !shortlists[j].Contains(i)))
                later[j].Add(i);
        }

        return new HeadPairs([.. later.Select(list => list.Order().ToArray())]);
    }

    /// <summary>Those from one index up to another that are later than a place and compared with it.</summary>
    public IEnumerable<int> With(int place, int from, int to)
    {
        from = Math.Max(from, place + 1);
        return _later is null ? Enumerable.Range(from, Math.Max(0, to - from))
            : _later[place].SkipWhile(other => other < from).TakeWhile(other => other < to);
    }

    /// <summary>Whether two places are compared.</summary>
    public bool Has(int a, int b) => _later is null || Array.BinarySearch(_later[Math.Min(a, b)], Math.Max(a, b)) >= 0;
}
