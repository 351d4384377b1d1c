namespace Cymatic.Signal;

/// <summary>Links from observations to others, with distances, sorted by distance.</summary>
internal sealed class Links(List<(int To, float Distance)>[] rows, int neighbours)
{
    public List<(int To, float Distance)>[] Rows { get; } = rows;

    /// <summary>Keeps links that exist both ways.</summary>
    public Links Mutual()
    {
        HashSet<int>[] targets = [.. Rows.Select(row => row.Select(link => link.To).ToHashSet())];
        return new([.. Rows.Select((row, i) => row.Where(link => targets[link.To].Contains(i)).ToList())], neighbours);
    }

    /// <summary>For each link of a row what its distance is divided by; rows of a square matrix, unless the rule is the median's.</summary>
    public Func<int, int, float, double> Bandwidths(RecurrenceOptions options)
    {
        if (options.Bandwidth is { } number)
            return (_, _, _) => number;
        double[] farthest = [.. Rows.Select(row => row.Count == 0 ? double.NaN : row[Math.Min(row.Count, neighbours) - 1].Distance)];
        if (options.Rule == BandwidthRule.MedianFarthest)
        {
            double median = Median([.. farthest.Where(d => !double.IsNaN(d)).Order()]);
            return (_, _, _) => median;
        }

        int alone = Array.FindIndex(farthest, double.IsNaN);
        if (alone >= 0)
            throw new ArgumentException($"Observation {alone} of {Rows.Length} has no link: this bandwidth needs one.", nameof(options));
        double[] mean = [.. Rows.Select(row => row.Take(neighbours).Average(link => link.Distance))];
        return options.Rule switch
        {
            BandwidthRule.MeanFarthest => (i, j, _) => (farthest[i] + farthest[j]) / 2,
            BandwidthRule.GeometricFarthest => (i, j, _) => Math.Sqrt(farthest[i] * farthest[j]),
            BandwidthRule.MeanAverage => (i, j, _) => (mean[i] + mean[j]) / 2,
            BandwidthRule.GeometricAverage => (i, j, _) => Math.Sqrt(mean[i] * mean[j]),
            _ => (i, j, d) => (mean[i] + mean[j] + d) / 3,
        };
    }

    /// <summary>What a link becomes in a matrix.</summary>
    public static float Value(float distance, double bandwidth, RecurrenceMode mode) => mode switch
    {
        RecurrenceMode.Connectivity => 1,
        RecurrenceMode.Distance => distance,
        _ => distance == 0 ? 1 : (float)Math.Exp(-distance / bandwidth),
    };

    private static double Median(double[] sorted) => sorted.Length == 0
        ? 1
        : 0.5 * (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]);
}
