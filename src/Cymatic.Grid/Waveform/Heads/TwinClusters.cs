namespace Cymatic.Grid;

/// <summary>Groups places whose heads are the same waveform: average linkage on 1 − ρ², strangers being 1 apart.</summary>
internal static class TwinClusters
{
    private const float NearExact = 0.5f;

    /// <summary>
    /// Groups with a mean ρ² of at least <paramref name="cut"/>; each member with the lag that aligns it with the group's most central
    /// one.
    /// </summary>
    public static List<List<(int Index, int Lag)>> Group(List<Twin>[] twins, double cut)
    {
        int n = twins.Length;
        var members = new List<int>?[n];
        var links = new Dictionary<int, Link>[n];
        int[] saturated = Saturated(twins);
        for (int i = 0; i < n; i++)
        {
            members[i] = [i];
            links[i] = twins[i].ToDictionary(t => t.Other, t => new Link(t.Rho2, 1));
        }

        var queue = new PriorityQueue<(int A, int B, int SizeA, int SizeB), double>();
        void Offer(int a, int b)
        {
            double rho = links[a][b].Mean(members[a]!.Count, members[b]!.Count, (long)saturated[a] * saturated[b]);
            if (rho >= cut)
                queue.Enqueue((a, b, members[a]!.Count, members[b]!.Count), -rho);
        }

        for (int i = 0; i < n; i++)
        {
            foreach (int j in links[i].Keys.Where(j => j > i))
                Offer(i, j);
        }

        while (queue.TryDequeue(out var pair, out _))
        {
            (int a, int b, int sizeA, int sizeB) = pair;
            if (members[a]?.Count != sizeA || members[b]?.Count != sizeB)
                continue;
            Join(a, b, members, links);
            saturated[a] += saturated[b];
            foreach (int k in links[a].Keys)
                Offer(a, k);
        }

        return [.. members.OfType<List<int>>().Select(m => Align(m, twins))];
    }

    private static void Join(int a, int b, List<int>?[] members, Dictionary<int, Link>[] links)
    {
        foreach ((int k, Link link) in links[b])
        {
            if (k == a)
                continue;
            Link joined = links[a].GetValueOrDefault(k).Plus(link);
            links[a][k] = joined;
            links[k][a] = joined;
            links[k].Remove(b);
        }

        links[a].Remove(b);
        links[b].Clear();
        members[a]!.AddRange(members[b]!);
        members[b] = null;
    }

    /// <summary>
    /// Members with so many near-exact twins that a shortlist may not have held them all: between two such, a pair that was not compared
    /// tells nothing.
    /// </summary>
    private static int[] Saturated(List<Twin>[] twins) => twins.Length <= HeadMatcher.MostAllPairs
        ? new int[twins.Length]
        : [.. twins.Select(list => list.Count(t => t.Rho2 > NearExact) >= HeadMatcher.Shortlist / 2 ? 1 : 0)];

    /// <summary>Sum and number of the known ρ² between two groups.</summary>
    private readonly record struct Link(double Sum, int Count)
    {
        public Link Plus(Link other) => new(Sum + other.Sum, Count + other.Count);

        /// <summary>Mean over all pairs, unknown ones being strangers, except as many as are <paramref name="untold"/>.</summary>
        public double Mean(int sizeA, int sizeB, long untold)
        {
            long pairs = (long)sizeA * sizeB;
            return Sum / Math.Max(Math.Max(Count, pairs - untold), Math.Min(sizeA, sizeB));
        }
    }

    /// <summary>Lags against the group's most central member; its twins' are measured, the others' are sums of their twins'.</summary>
    private static List<(int Index, int Lag)> Align(List<int> group, List<Twin>[] twins)
    {
        var set = group.ToHashSet();
        int centre = group.MaxBy(i => twins[i].Where(t => set.Contains(t.Other)).Sum(t => t.Rho2));
        var lags = new Dictionary<int, int> { [centre] = 0 };
        var open = new Queue<int>([centre]);
        while (open.TryDequeue(out int i))
        {
            foreach (Twin twin in twins[i])
            {
                if (set.Contains(twin.Other) && lags.TryAdd(twin.Other, lags[i] + twin.Lag))
                    open.Enqueue(twin.Other);
            }
        }

        return [.. group.Select(i => (i, lags[i]))];
    }
}
