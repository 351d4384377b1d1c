namespace Cymatic.Grid;

/// <summary>Groups places whose heads are the same waveform: average linkage on 1 − ρ², strangers being 1 apart.</summary>
internal static class TwinClusters
{
    /// <summary>Groups with a mean ρ² of at least <paramref name="cut"/>; each member with the lag that aligns it with the group's most central one.</summary>
    public static List<List<(int Index, int Lag)>> Group(List<Twin>[] twins, double cut)
    {
        int n = twins.Length;
        var members = new List<int>?[n];
        var links = new Dictionary<int, double>[n];
        for (int i = 0; i < n; i++)
        {
            members[i] = [i];
            links[i] = twins[i].ToDictionary(t => t.Other, t => (double)t.Rho2);
        }

        var queue = new PriorityQueue<(int A, int B, int SizeA, int SizeB), double>();
        for (int i = 0; i < n; i++)
        {
            foreach ((int j, double rho) in links[i])
            {
                if (i < j && rho >= cut)
                    queue.Enqueue((i, j, 1, 1), -rho);
            }
        }

        while (queue.TryDequeue(out var pair, out _))
        {
            (int a, int b, int sizeA, int sizeB) = pair;
            if (members[a]?.Count != sizeA || members[b]?.Count != sizeB)
                continue;
            Join(a, b, members, links);
            foreach ((int k, double rho) in links[a])
            {
                if (rho >= cut)
                    queue.Enqueue((a, k, members[a]!.Count, members[k]!.Count), -rho);
            }
        }

        return [.. members.OfType<List<int>>().Select(m => Align(m, twins))];
    }

    private static void Join(int a, int b, List<int>?[] members, Dictionary<int, double>[] links)
    {
        double na = members[a]!.Count, nb = members[b]!.Count;
        foreach (int k in links[a].Keys.Union(links[b].Keys).Where(k => k != a && k != b).ToList())
        {
            double rho = (na * links[a].GetValueOrDefault(k) + nb * links[b].GetValueOrDefault(k)) / (na + nb);
            links[a][k] = rho;
            links[k][a] = rho;
            links[k].Remove(b);
        }

        links[a].Remove(b);
        links[b].Clear();
        members[a]!.AddRange(members[b]!);
        members[b] = null;
    }

    private static List<(int Index, int Lag)> Align(List<int> group, List<Twin>[] twins)
    {
        var set = group.ToHashSet();
        int centre = group.MaxBy(i => twins[i].Where(t => set.Contains(t.Other)).Sum(t => t.Rho2));
        var lags = twins[centre].ToDictionary(t => t.Other, t => t.Lag);
        return [.. group.Where(i => i == centre || lags.ContainsKey(i)).Select(i => (i, i == centre ? 0 : lags[i]))];
    }
}
