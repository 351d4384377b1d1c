using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Mosaic;

/// <summary>How far rows of numbers are from each other.</summary>
public enum UnitMetric
{
    /// <summary>One less the cosine of the angle between them, 0 to 2; a row of zeros is 1 from everything.</summary>
    Cosine,

    /// <summary>The length of their difference.</summary>
    Euclidean,
}

/// <summary>Finds the nearest of very many rows, exactly, a tile of products at a time.</summary>
/// <remarks>
/// The products of a tile decide which rows may be among the nearest; of those, some more than are asked for, distances are computed
/// again in float64, so that near rows keep their order. Of rows as far as each other the earlier comes first.
/// </remarks>
public static class NearestUnits
{
    private const int Tile = 1024, QueryBlock = 96, Spare = 8;

    /// <summary>For each query the nearest rows, on all cores.</summary>
    /// <param name="units">Rows of features.</param>
    /// <param name="queries">Rows of as many features.</param>
    /// <param name="count">How many of them, from 1 to as many as there are.</param>
    /// <param name="metric">What near means.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ArgumentException">Queries of another number of features.</exception>
    public static Neighbours Find(
        DenseMatrix units, DenseMatrix queries, int count, UnitMetric metric = UnitMetric.Cosine, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(queries);
        if (queries.Columns != units.Columns)
        {
            throw new ArgumentException(
                $"Queries of {queries.Columns} features are not near units of {units.Columns}.", nameof(queries));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, units.Rows);
        float[] sizes = Sizes(units, metric);
        var found = new Neighbours(new int[queries.Rows * count], new float[queries.Rows * count], count);
        UnitBlocks.Run(queries.Rows, (first, n) => Search(units, sizes, queries, (first, n), metric, found), cancel, QueryBlock);
        return found;
    }

    private static void Search(
        DenseMatrix units, float[] sizes, DenseMatrix queries, (int First, int Count) block, UnitMetric metric, Neighbours found)
    {
        int columns = units.Columns;
        BestList[] best = [.. Enumerable.Range(0, block.Count).Select(_ => new BestList(Math.Min(units.Rows, found.Count + Spare)))];
        var scores = new float[block.Count * Math.Min(Tile, units.Rows)];
        ReadOnlySpan<float> own = queries.Values.AsSpan(block.First * columns, block.Count * columns);
        for (int start = 0; start < units.Rows; start += Tile)
        {
            int n = Math.Min(Tile, units.Rows - start);
            RowProducts.Of(own, units.Values.AsSpan(start * columns, n * columns), columns, scores.AsSpan(0, block.Count * n));
            for (int i = 0; i < block.Count; i++)
            {
                Span<float> row = scores.AsSpan(i * n, n);
                if (metric == UnitMetric.Cosine)
                    TensorPrimitives.Multiply(row, sizes.AsSpan(start, n), row);
                else
                    TensorPrimitives.Subtract(row, sizes.AsSpan(start, n), row);
                best[i].Offer(row, start);
            }
        }

        for (int i = 0; i < block.Count; i++)
            Settle(units, queries[block.First + i], best[i].Units, metric, found, (block.First + i) * found.Count);
    }

    /// <summary>What a product is multiplied by, or less: the larger the result, the nearer.</summary>
    private static float[] Sizes(DenseMatrix units, UnitMetric metric)
    {
        var sizes = new float[units.Rows];
        UnitBlocks.Run(units.Rows, (first, n) =>
        {
            for (int row = first; row < first + n; row++)
            {
                float squares = TensorPrimitives.SumOfSquares(units[row]);
                sizes[row] = metric == UnitMetric.Euclidean ? squares / 2 : squares > 0 ? 1 / MathF.Sqrt(squares) : 0;
            }
        }, default);
        return sizes;
    }

    private static void Settle(
        DenseMatrix units, ReadOnlySpan<float> query, ReadOnlySpan<int> candidates, UnitMetric metric, Neighbours found, int place)
    {
        var exact = new (double Distance, int Unit)[candidates.Length];
        for (int i = 0; i < exact.Length; i++)
            exact[i] = (Distance(units[candidates[i]], query, metric), candidates[i]);
        Array.Sort(exact);
        for (int i = 0; i < found.Count; i++)
            (found.Distances[place + i], found.Indices[place + i]) = ((float)exact[i].Distance, exact[i].Unit);
    }

    private static double Distance(ReadOnlySpan<float> a, ReadOnlySpan<float> b, UnitMetric metric)
    {
        double squares = 0, product = 0, sizeA = 0, sizeB = 0;
        for (int k = 0; k < a.Length; k++)
        {
            double x = a[k], y = b[k];
            squares += (x - y) * (x - y);
            product += x * y;
            sizeA += x * x;
            sizeB += y * y;
        }

        return metric == UnitMetric.Euclidean ? Math.Sqrt(squares) : sizeA * sizeB > 0 ? 1 - (product / Math.Sqrt(sizeA * sizeB)) : 1;
    }
}
