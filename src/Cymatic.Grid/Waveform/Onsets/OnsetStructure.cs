namespace Cymatic.Grid;

/// <summary>What the twins of the candidates say about which candidate is a moment inside a sound that began earlier.</summary>
/// <param name="Part">
/// min(share of an earlier candidate's other playings that are followed by this one's twins at the same distance, share of this one's
/// twins that are preceded so), times the natural logarithm of 1 + their number; of the earlier candidate for which that is largest.
/// </param>
/// <param name="Echo">ρ² with the most similar candidate in the 150 ms before: a tone that goes on resembles its own beginning.</param>
/// <param name="Followed">The first of the shares that make up <paramref name="Part"/>.</param>
internal readonly record struct OnsetStructure(double Part, double Echo, double Followed)
{
    private const float LeastTwin = 0.5f;
    private const double EchoSeconds = 0.15;
    private const double NearestSeconds = 0.02;
    private const double ReachSeconds = 0.9;
    private const double SameSeconds = 0.006;

    /// <summary>The structure of every candidate; the candidates are ordered by time.</summary>
    public static OnsetStructure[] Of(IReadOnlyList<Candidate> candidates, List<Twin>[] twins, int rate)
    {
        int apart = (int)(EchoSeconds * rate), n = candidates.Count;
        // Where each candidate plays again, aligned with it; not within itself.
        var again = new int[n][];
        for (int i = 0; i < n; i++)
        {
            again[i] = [.. twins[i]
                .Where(t => t.Rho2 > LeastTwin && Math.Abs(candidates[t.Other].Sample - candidates[i].Sample) > apart)
                .Select(t => candidates[t.Other].Sample + t.Lag).Order()];
        }

        var structure = new OnsetStructure[n];
        Parallel.For(0, n, i =>
        {
            (double part, double followed) = PartOf(candidates, again, i, rate);
            structure[i] = new OnsetStructure(part, EchoOf(candidates, twins[i], i, apart), followed);
        });
        return structure;
    }

    private static double EchoOf(IReadOnlyList<Candidate> candidates, List<Twin> twins, int i, int apart)
    {
        double echo = 0;
        foreach (Twin twin in twins)
        {
            int distance = candidates[i].Sample - candidates[twin.Other].Sample;
            if (distance > 0 && distance < apart && twin.Rho2 > LeastTwin)
                echo = Math.Max(echo, twin.Rho2);
        }

        return echo;
    }

    private static (double Part, double Followed) PartOf(IReadOnlyList<Candidate> candidates, int[][] again, int i, int rate)
    {
        double most = 0, share = 0;
        int same = (int)(SameSeconds * rate);
        for (int j = i - 1; j >= 0; j--)
        {
            int distance = candidates[i].Sample - candidates[j].Sample;
            if (distance > ReachSeconds * rate)
                break;
            if (distance < NearestSeconds * rate || again[j].Length == 0 || again[i].Length == 0)
                continue;
            int followed = again[j].Count(at => Holds(again[i], at + distance, same));
            int preceded = again[i].Count(at => Holds(again[j], at - distance, same));
            double ofEarlier = (double)followed / again[j].Length;
            double part = Math.Min(ofEarlier, (double)preceded / again[i].Length) * Math.Log(1 + followed);
            if (part > most)
                (most, share) = (part, ofEarlier);
        }

        return (most, share);
    }

    /// <summary>Whether a rising list has a place within <paramref name="reach"/> of another.</summary>
    private static bool Holds(int[] places, int place, int reach)
    {
        int at = Array.BinarySearch(places, place - reach);
        at = at < 0 ? ~at : at;
        return at < places.Length && places[at] <= place + reach;
    }
}
