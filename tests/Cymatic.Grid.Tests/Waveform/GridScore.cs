using System.Text.Json;

namespace Cymatic.Grid.Tests;

/// <summary>How well a grid's blocks agree with the playings that a song was made of.</summary>
/// <param name="OnsetF1">Harmonic mean of precision and recall of onsets matched one to one within 50 ms.</param>
/// <param name="Ari">Adjusted Rand index of the rows against the sounds over the matched onsets (Hubert and Arabie 1985).</param>
internal sealed record GridScore(double OnsetF1, double Ari)
{
    private const double Tolerance = 0.050;

    /// <summary>Compares a grid with the events of a truth file.</summary>
    public static GridScore Of(SoundGrid grid, string truthFile) =>
        Of([.. grid.Events.Select(e => (e.Onset, $"{e.Row}"))], Truth(truthFile));

    /// <summary>Compares onsets with labels.</summary>
    public static GridScore Of((double Onset, string Label)[] found, (double Onset, string Label)[] truth)
    {
        List<(string Found, string Truth)> pairs = Match(found, truth);
        double f1 = found.Length + truth.Length == 0 ? 1 : 2.0 * pairs.Count / (found.Length + truth.Length);
        return new GridScore(f1, AdjustedRand(pairs));
    }

    /// <summary>Onsets and sounds of a truth file.</summary>
    public static (double Onset, string Label)[] Truth(string file)
    {
        using JsonDocument truth = JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. truth.RootElement.GetProperty("events").EnumerateArray()
            .Select(e => (e.GetProperty("onset_s").GetDouble(), e.GetProperty("sound_id").GetString()!))];
    }

    /// <summary>
    /// Greedy, one to one: labels that often meet first, then the nearest; so sounds that start together find their own rows.
    /// </summary>
    private static List<(string Found, string Truth)> Match((double Onset, string Label)[] found, (double Onset, string Label)[] truth)
    {
        (int F, int T, double Apart)[] near = [.. from f in Enumerable.Range(0, found.Length)
                                                  from t in Enumerable.Range(0, truth.Length)
                                                  let apart = Math.Abs(found[f].Onset - truth[t].Onset)
                                                  where apart <= Tolerance
                                                  select (f, t, apart)];
        var meetings = near.CountBy(n => (found[n.F].Label, truth[n.T].Label)).ToDictionary();
        var foundCounts = found.CountBy(f => f.Label).ToDictionary();
        var truthCounts = truth.CountBy(t => t.Label).ToDictionary();
        double Affinity((int F, int T, double Apart) n) => meetings[(found[n.F].Label, truth[n.T].Label)]
            / Math.Sqrt((double)foundCounts[found[n.F].Label] * truthCounts[truth[n.T].Label]);
        HashSet<int> usedFound = [], usedTruth = [];
        var pairs = new List<(string, string)>();
        foreach ((int f, int t, _) in near.OrderByDescending(n => 10 * Affinity(n) - n.Apart / Tolerance))
        {
            if (usedFound.Contains(f) || usedTruth.Contains(t))
                continue;
            usedFound.Add(f);
            usedTruth.Add(t);
            pairs.Add((found[f].Label, truth[t].Label));
        }

        return pairs;
    }

    private static double AdjustedRand(List<(string Found, string Truth)> pairs)
    {
        static double Choose(int n) => n * (n - 1) / 2.0;
        double together = pairs.CountBy(p => p).Sum(g => Choose(g.Value));
        double inFound = pairs.CountBy(p => p.Found).Sum(g => Choose(g.Value));
        double inTruth = pairs.CountBy(p => p.Truth).Sum(g => Choose(g.Value));
        double chance = inFound * inTruth / Math.Max(1, Choose(pairs.Count)), most = (inFound + inTruth) / 2;
        return most == chance ? 1 : (together - chance) / (most - chance);
    }
}
