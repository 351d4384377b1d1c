namespace Cymatic.Signal;

/// <summary>The nearest observations of each query.</summary>
/// <param name="Indices">Query after query, <paramref name="Count"/> each: which observations, nearest first.</param>
/// <param name="Distances">How far they are.</param>
/// <param name="Count">Neighbours of a query.</param>
public sealed record Neighbours(int[] Indices, float[] Distances, int Count);

/// <summary>Finds the nearest of many observations, exactly, by Euclidean distance.</summary>
/// <remarks>Equals sklearn.neighbors.NearestNeighbors; of observations as far as each other the earlier comes first.</remarks>
public static class NearestNeighbours
{
    /// <summary>For each query the nearest observations, on all cores.</summary>
    /// <param name="observations">Observations × features.</param>
    /// <param name="queries">Queries × features.</param>
    /// <param name="count">How many of them, from 1 to as many as there are.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ArgumentException">Queries with another number of features, or numbers that are not finite.</exception>
    public static Neighbours Find(DenseMatrix observations, DenseMatrix queries, int count, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(observations);
        ArgumentNullException.ThrowIfNull(queries);
        observations.Check(nameof(observations));
        queries.Check(nameof(queries), 0);
        if (queries.Columns != observations.Columns)
            throw new ArgumentException(
                $"Queries of {queries.Columns} features are not near observations of {observations.Columns}.", nameof(queries));
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, observations.Rows);
        var indices = new int[checked(queries.Rows * count)];
        var distances = new float[indices.Length];
        FrameLoop.Run(queries.Rows, (start, rows) =>
        {
            using var scratch = new Rented<float>(observations.Rows);
            for (int query = start; query < start + rows; query++)
            {
                Signal.Distances.Squared(queries[query], observations, scratch.Span);
                Span<float> nearest = distances.AsSpan(query * count, count);
                Select(scratch.Span, nearest, indices.AsSpan(query * count, count));
                System.Numerics.Tensors.TensorPrimitives.Sqrt<float>(nearest, nearest);
            }
        }, cancel);
        return new(indices, distances, count);
    }

    /// <summary>The smallest numbers, sorted, and where they are; as many as the targets take.</summary>
    internal static void Select(ReadOnlySpan<float> numbers, Span<float> least, Span<int> places)
    {
        int filled = 0;
        for (int i = 0; i < numbers.Length; i++)
        {
            float x = numbers[i];
            if (filled == least.Length && x >= least[^1])
                continue;
            int at = filled < least.Length ? filled++ : filled - 1;
            for (; at > 0 && least[at - 1] > x; at--)
                (least[at], places[at]) = (least[at - 1], places[at - 1]);
            (least[at], places[at]) = (x, i);
        }
    }
}
