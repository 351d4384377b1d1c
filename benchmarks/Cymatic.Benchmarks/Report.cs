using System.Globalization;

namespace Cymatic.Benchmarks;

/// <summary>Measures figures and prints a line for each.</summary>
internal static class Report
{
    /// <summary>False when a figure falls short.</summary>
    public static bool Run(IEnumerable<Figure> figures, Workplace place, bool isQuick)
    {
        Print("name", "ours", "peer", "ratio", "target", "verdict");
        bool good = true;
        foreach (Figure figure in figures)
            good &= Measure(figure, place, isQuick ? 1 : figure.Runs);
        return good;
    }

    private static bool Measure(Figure figure, Workplace place, int runs)
    {
        GC.Collect(); // a figure starts without the garbage of the one before, as when it is measured alone
        using Contest contest = figure.Open(place);
        var ours = new List<double>();
        var peer = new List<double>();
        if (runs > 1)
        {
            contest.Ours();
            contest.Peer?.Invoke();
        }

        for (int run = 0; run < runs; run++)
        {
            ours.Add(contest.Ours());
            if (contest.Peer is not null)
                peer.Add(contest.Peer());
        }

        bool missing = figure.HasPeer && contest.Peer is null;
        double other = peer.Count > 0 ? Median(peer) : figure.Recorded, ratio = Median(ours) / other;
        bool good = ratio <= figure.Target;
        Print(
            figure.Name,
            Show(Median(ours), figure.Unit),
            Show(other, figure.Unit) + (missing ? "*" : ""),
            ratio.ToString("0.###", CultureInfo.InvariantCulture),
            figure.Target.ToString("0.###", CultureInfo.InvariantCulture),
            missing ? "no peer (* recorded)" : good ? "ok" : "short");
        return good || missing;
    }

    private static void Print(params ReadOnlySpan<string> cells) =>
        Console.WriteLine($"{cells[0],-30} {cells[1],12} {cells[2],12} {cells[3],8} {cells[4],8}  {cells[5]}");

    private static double Median(List<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Show(double value, string unit) => (unit, value) switch
    {
        ("s", < 1) => (value * 1000).ToString("0.00", CultureInfo.InvariantCulture) + " ms",
        ("s", _) => value.ToString("0.00", CultureInfo.InvariantCulture) + " s",
        _ => value.ToString("0", CultureInfo.InvariantCulture) + " " + unit,
    };
}
