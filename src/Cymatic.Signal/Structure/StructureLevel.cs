namespace Cymatic.Signal;

/// <summary>A stretch of a song that is of one kind.</summary>
/// <param name="Start">In seconds.</param>
/// <param name="End">In seconds; where the next one starts.</param>
/// <param name="Label">Its kind, 0, 1 …</param>
public readonly record struct SongSegment(double Start, double End, int Label);

/// <summary>A song parted into segments of some number of kinds.</summary>
/// <param name="Clusters">How many kinds.</param>
/// <param name="Labels">The kind of each beat or fragment.</param>
/// <param name="Segments">In the order of time, from 0 to the end without gaps; neighbours differ, but for fragments.</param>
public sealed record StructureLevel(int Clusters, int[] Labels, IReadOnlyList<SongSegment> Segments)
{
    /// <summary>How far the eigenvalue after the clusters' own lies above the last of these, over its root; NaN for
    /// fragments.</summary>
    public double Eigengap { get; init; } = double.NaN;

    /// <summary>How alike clusters come out of parts of the song: the mean adjusted Rand index, 1 when always the same; for fragments their
    /// mean silhouette width.</summary>
    public double Stability { get; init; } = double.NaN;

    /// <summary>Neighbours of one kind as one segment.</summary>
    internal static StructureLevel Joined(int clusters, int[] labels, double[] times)
    {
        List<SongSegment> segments = [];
        for (int i = 0, first = 0; i < labels.Length; i++)
        {
            if (i + 1 < labels.Length && labels[i + 1] == labels[i])
                continue;
            segments.Add(new(times[first], times[i + 1], labels[i]));
            first = i + 1;
        }

        return new(clusters, labels, segments);
    }
}
