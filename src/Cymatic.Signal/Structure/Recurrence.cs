namespace Cymatic.Signal;

/// <summary>Recurrence and cross-similarity matrices: which moments are like which.</summary>
/// <remarks>
/// Equals librosa 0.11's recurrence_matrix and cross_similarity with Euclidean distances, but for two quirks of theirs: observations that
/// are
/// equal are linked here, and connectivity keeps the nearest of the links that remain beside the diagonal, not any of them.
/// </remarks>
public static class Recurrence
{
    /// <summary>The recurrence matrix of observations: n × n, the links of observation j in column j.</summary>
    /// <param name="observations">Observations × features, finite, in the order of time.</param>
    /// <param name="options">Which are linked, and what a link is; null: librosa's defaults.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ArgumentException">Too few observations for the width, or numbers that are not finite.</exception>
    public static DenseMatrix Of(DenseMatrix observations, RecurrenceOptions? options = null, CancellationToken cancel = default)
    {
        options ??= new();
        Links links = LinksOf(observations, options, cancel);
        int n = observations.Rows;
        DenseMatrix matrix = Filled(links, n, options);
        for (int i = 0; i < n && options.Self; i++)
            matrix.Values[i * (n + 1)] = Links.Value(0, 1, options.Mode);
        return matrix;
    }

    /// <summary>The same without the zeros, for songs of hours.</summary>
    /// <inheritdoc cref="Of"/>
    public static SparseMatrix SparseOf(DenseMatrix observations, RecurrenceOptions? options = null, CancellationToken cancel = default)
    {
        options ??= new();
        Links links = LinksOf(observations, options, cancel);
        Func<int, int, float, double> bandwidth = options.Mode == RecurrenceMode.Affinity ? links.Bandwidths(options) : (_, _, _) => 1;
        var rows = new List<(int Column, float Value)>[observations.Rows];
        for (int i = 0; i < rows.Length; i++)
            rows[i] = [];
        for (int j = 0; j < rows.Length; j++)
        {
            foreach ((int to, float distance) in links.Rows[j])
                rows[to].Add((j, Links.Value(distance, bandwidth(j, to, distance), options.Mode)));
            if (options.Self)
                rows[j].Add((j, Links.Value(0, 1, options.Mode)));
        }

        return SparseMatrix.FromRows(rows.Length, (row, add) =>
        {
            foreach ((int column, float value) in rows[row])
                add(column, value);
        });
    }

    private static Links LinksOf(DenseMatrix observations, RecurrenceOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(observations);
        observations.Check(nameof(observations), (2 * options.Width) + 2);
        int n = observations.Rows, neighbours = options.Neighbours ?? (2 * (int)Math.Ceiling(Math.Sqrt(n - (2 * options.Width) + 1)));
        var rows = new List<(int, float)>[n];
        FrameLoop.Run(n, (start, count) =>
        {
            for (int i = start; i < start + count; i++)
                rows[i] = Nearest(observations, i, options.Width, neighbours);
        }, cancel);
        Links links = new(rows, neighbours);
        return options.Symmetric ? links.Mutual() : links;
    }

    /// <summary>The similarity of observations to those of a reference: reference × observations, the links of observation j in column
    /// j.</summary>
    /// <param name="observations">Observations × features, finite.</param>
    /// <param name="reference">Observations × as many features.</param>
    /// <param name="options">How many links, and what a link is; width, symmetry and self-links have no meaning here.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ArgumentException">Another number of features, numbers that are not finite, or a bandwidth that needs a square
    /// matrix.</exception>
    public static DenseMatrix Cross(DenseMatrix observations, DenseMatrix reference, RecurrenceOptions? options = null,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(observations);
        ArgumentNullException.ThrowIfNull(reference);
        observations.Check(nameof(observations), 0);
        reference.Check(nameof(reference));
        options ??= new();
        if (options.Mode == RecurrenceMode.Affinity && options.Bandwidth is null && options.Rule != BandwidthRule.MedianFarthest)
            throw new ArgumentException("A cross-similarity takes a number or the median as its bandwidth.", nameof(options));
        int wanted = options.Neighbours ?? (2 * (int)Math.Ceiling(Math.Sqrt(reference.Rows)));
        Neighbours nearest = NearestNeighbours.Find(reference, observations, Math.Min(wanted, reference.Rows), cancel);
        var rows = new List<(int, float)>[observations.Rows];
        for (int i = 0; i < rows.Length; i++)
            rows[i] = [.. Enumerable.Range(i * nearest.Count, nearest.Count).Select(at => (nearest.Indices[at], nearest.Distances[at]))];
        return Filled(new(rows, nearest.Count), reference.Rows, options);
    }

    /// <summary>The nearest that lie at least <paramref name="width"/> away in time, of the nearest that librosa asks for.</summary>
    private static List<(int, float)> Nearest(DenseMatrix observations, int i, int width, int neighbours)
    {
        int n = observations.Rows, asked = Math.Min(n - 1, neighbours + (2 * width));
        using var scratch = new Rented<float>(n);
        Distances.Squared(observations[i], observations, scratch.Span);
        scratch.Span[i] = float.PositiveInfinity;
        float[] least = new float[asked];
        int[] places = new int[asked];
        NearestNeighbours.Select(scratch.Span, least, places);
        var links = new List<(int, float)>();
        for (int k = 0; k < asked && links.Count < neighbours; k++)
        {
            if (Math.Abs(places[k] - i) >= width)
                links.Add((places[k], MathF.Sqrt(least[k])));
        }

        return links;
    }

    private static DenseMatrix Filled(Links links, int rows, RecurrenceOptions options)
    {
        int columns = links.Rows.Length;
        var values = new float[checked(rows * columns)];
        Func<int, int, float, double> bandwidth = options.Mode == RecurrenceMode.Affinity ? links.Bandwidths(options) : (_, _, _) => 1;
        for (int j = 0; j < columns; j++)
        {
            foreach ((int to, float distance) in links.Rows[j])
                values[(to * columns) + j] = Links.Value(distance, bandwidth(j, to, distance), options.Mode);
        }

        return new(values, columns);
    }
}
