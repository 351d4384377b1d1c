using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>What a row costs: how much of the differences between a song's sounds it must take away to be worth having.</summary>
/// <remarks>
/// Ward's tree (JASA 1963) merges the two rows that lose least: rows of n and m sounds whose means lie d apart lose nm/(n + m)·d², half
/// of the merge's height squared. So sounds that come again often are told apart by little, and one that plays once has a row of its
/// own only where it is unlike all others. Chosen on thirteen songs of players (docs/decisions/played-rows.md): silhouettes, fixed
/// heights and average linkage do worse.
/// </remarks>
internal static class RowPrice
{
    /// <summary>Share of the squared differences from the mean that a row takes away at least.</summary>
    private const double LeastShare = 0.012;

    /// <summary>The lowest height: two sounds that play but once and are less dB apart are one.</summary>
    private const double LowestDb = 11;

    /// <summary>Beside rows that come again, one of a single block has to be worth more: the factor of the height.</summary>
    private const double AloneFactor = 1.25;

    /// <summary>Of so few sounds none needs to come again.</summary>
    private const int FewSounds = 12;

    /// <summary>A label for each sound, and the difference in dB from which on two sounds that play once have two rows.</summary>
    public static (int[] Labels, double AloneDb) Rows(DistanceMatrix distances)
    {
        // The sum over all pairs, divided by their things, is the sum over the things of the squared differences from the mean.
        double spread = 0;
        foreach (float distance in distances.Condensed)
            spread += (double)distance * distance / distances.Count;
        double height = Math.Max(LowestDb, Math.Sqrt(2 * LeastShare * spread));
        Dendrogram tree = Linkage.Ward(distances);
        int[] labels = tree.Cut(height);
        return (distances.Count <= FewSounds ? labels : Joined(labels, tree.Cut(AloneFactor * height), distances), height);
    }

    /// <summary>The difference in dB from which on two sounds that play ten times each have two rows.</summary>
    public static double DbOfTen(double aloneDb) => aloneDb / Math.Sqrt(10);

    /// <summary>What is alone in its row goes to the nearest row that comes again, of those that a higher cut would put it with.</summary>
    private static int[] Joined(int[] labels, int[] wider, DistanceMatrix distances)
    {
        var joined = (int[])labels.Clone();
        Dictionary<int, int> counts = labels.CountBy(label => label).ToDictionary();
        foreach (int alone in Enumerable.Range(0, labels.Length).Where(i => counts[labels[i]] == 1))
        {
            IGrouping<int, int>? nearest = Enumerable.Range(0, labels.Length)
                .Where(i => wider[i] == wider[alone] && counts[labels[i]] > 1)
                .GroupBy(i => labels[i]).MinBy(row => row.Average(i => distances[alone, i]));
            joined[alone] = nearest?.Key ?? labels[alone];
        }

        return joined;
    }
}
