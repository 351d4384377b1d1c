namespace Cymatic.Signal;

/// <summary>How a song is parted into segments.</summary>
public sealed record StructureOptions
{
    /// <summary>The fewest and the most kinds of segments that are looked for.</summary>
    public const int FewestClusters = 2, MostClusters = 400;

    /// <summary>Kinds of segments: one number for each level, rising. Null: from 2 to <see cref="AutoClusters"/>, of which one is
    /// chosen.</summary>
    /// <exception cref="ArgumentException">No number, one below 2, or numbers that do not rise.</exception>
    public IReadOnlyList<int>? Clusters
    {
        get;
        init => field = value is null || IsRising(value) ? value
            : throw new ArgumentException($"Numbers of kinds rise from {FewestClusters} on, unlike {string.Join(", ", value)}.",
                nameof(value));
    }

    /// <summary>The most kinds of segments that are tried when their number is to be found.</summary>
    public int AutoClusters
    {
        get;
        init => field = value is >= FewestClusters and <= 40 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Between 2 and 40 kinds of segments can be tried.");
    } = 10;

    /// <summary>Seed of the clusters' first centres.</summary>
    public int Seed { get; init; }

    private static bool IsRising(IReadOnlyList<int> numbers) => numbers.Count > 0 && numbers[0] >= FewestClusters
        && numbers[^1] <= MostClusters && numbers.Zip(numbers.Skip(1)).All(pair => pair.First < pair.Second);
}
