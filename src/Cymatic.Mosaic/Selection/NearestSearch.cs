using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Mosaic;

/// <summary>Finds the nearest of very many rows of a table, exactly, a tile of products at a time.</summary>
/// <remarks>
/// The products of a tile decide which rows may be among the nearest; of those, some more than are asked for, distances are computed
/// again in float64, so that near rows keep their order. Where rounded products could have hidden a nearer row, all are compared so. Rows
/// and queries that hold NaN are near nothing.
/// </remarks>
internal sealed class NearestSearch
{
    private const int Tile = 1024, QueryBlock = 96, Spare = 8;

    // A product of n terms is wrong by about √n roundings of the sizes that are multiplied; this is four times as much.
    private const double Rounding = 4.0 / (1 << 24);
    private readonly Table<float> _units;
    private readonly UnitMetric _metric;
    private readonly float[] _sizes;

    public NearestSearch(Table<float> units, UnitMetric metric)
    {
        (_units, _metric, _sizes) = (units, metric, new float[checked((int)units.Rows)]);
        UnitBlocks.Run(_sizes.Length, (first, n) =>
        {
            using TableWindow<float> rows = units.Map(first, n);
            for (int i = 0; i < n; i++)
            {
                float squares = TensorPrimitives.SumOfSquares(rows.Span.Slice(i * units.Columns, units.Columns));
                _sizes[first + i] = metric == UnitMetric.Euclidean ? squares / 2 : squares > 0 ? 1 / MathF.Sqrt(squares) : 0;
            }
        }, default);
    }

    /// <summary>For each query the nearest rows, on all cores; −1 and ∞ where there are fewer.</summary>
    public Neighbours Find(DenseMatrix queries, int count, IProgress<double>? progress, CancellationToken cancel)
    {
        var found = new Neighbours(new int[queries.Rows * count], new float[queries.Rows * count], count);
        int done = 0;
        UnitBlocks.Run(queries.Rows, (first, n) =>
        {
            Search(queries, (first, n), found, cancel);
            progress?.Report((double)Interlocked.Add(ref done, n) / queries.Rows);
        }, cancel, QueryBlock);
        return found;
    }

    private void Search(DenseMatrix queries, (int First, int Count) block, Neighbours found, CancellationToken cancel)
    {
        int columns = _units.Columns, rows = _sizes.Length;
        BestList[] best = [.. Enumerable.Range(0, block.Count).Select(_ => new BestList(Math.Min(rows, found.Count + Spare)))];
        var scores = new float[block.Count * Math.Min(Tile, rows)];
        ReadOnlySpan<float> own = queries.Values.AsSpan(block.First * columns, block.Count * columns);
        for (int start = 0; start < rows; start += Tile)
        {
            cancel.ThrowIfCancellationRequested();
            int n = Math.Min(Tile, rows - start);
            using TableWindow<float> tile = _units.Map(start, n);
            RowProducts.Of(own, tile.Span, columns, scores.AsSpan(0, block.Count * n));
            for (int i = 0; i < block.Count; i++)
            {
                Span<float> row = scores.AsSpan(i * n, n);
                if (_metric == UnitMetric.Cosine)
                    TensorPrimitives.Multiply(row, _sizes.AsSpan(start, n), row);
                else
                    TensorPrimitives.Subtract(row, _sizes.AsSpan(start, n), row);
                best[i].Offer(row, start);
            }
        }

        for (int i = 0; i < block.Count; i++)
            Settle(queries[block.First + i], best[i], found, (block.First + i) * found.Count);
    }

    /// <summary>Puts the candidates in the order of their distances in float64.</summary>
    private void Settle(ReadOnlySpan<float> query, BestList best, Neighbours found, int place)
    {
        ReadOnlySpan<int> candidates = best.Units;
        var exact = new (double Distance, int Unit)[candidates.Length];
        var row = new float[_units.Columns];
        for (int i = 0; i < exact.Length; i++)
        {
            _units.Read(candidates[i], row);
            exact[i] = (Distance(row, query), candidates[i]);
        }

        Array.Sort(exact);
        if (MayHide(query, best, exact))
            exact = All(query, found.Count);
        for (int i = 0; i < found.Count; i++)
        {
            (found.Distances[place + i], found.Indices[place + i]) =
                i < exact.Length ? ((float)exact[i].Distance, exact[i].Unit) : (float.PositiveInfinity, -1);
        }
    }

    /// <summary>Whether, for all that rounded products say, a row that was not kept might be nearer than the last that is wanted.</summary>
    private bool MayHide(ReadOnlySpan<float> query, BestList best, ReadOnlySpan<(double Distance, int Unit)> exact)
    {
        if (exact.Length == _sizes.Length || exact.Length <= Spare)
            return false;
        double distance = exact[^(Spare + 1)].Distance, size = TensorPrimitives.Norm(query), reach = size + distance;
        double score = _metric == UnitMetric.Cosine ? (1 - distance) * size : ((size * size) - (distance * distance)) / 2;
        double error = Rounding * Math.Sqrt(_units.Columns) * (_metric == UnitMetric.Cosine ? size : reach * reach);
        return distance > 0 && best.Threshold > score - error;
    }

    /// <summary>The nearest of all rows, each compared in float64.</summary>
    private (double Distance, int Unit)[] All(ReadOnlySpan<float> query, int count)
    {
        var nearest = new PriorityQueue<int, (double, int)>(count + 1);
        for (int start = 0; start < _sizes.Length; start += Tile)
        {
            int n = Math.Min(Tile, _sizes.Length - start);
            using TableWindow<float> tile = _units.Map(start, n);
            for (int i = 0; i < n; i++)
            {
                double distance = Distance(tile.Span.Slice(i * _units.Columns, _units.Columns), query);
                if (double.IsNaN(distance))
                    continue;
                if (nearest.Count < count)
                    nearest.Enqueue(start + i, (-distance, -start - i));
                else
                    nearest.EnqueueDequeue(start + i, (-distance, -start - i));
            }
        }

        return [.. nearest.UnorderedItems.Select(item => (-item.Priority.Item1, item.Element)).Order()];
    }

    private double Distance(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
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

        return _metric == UnitMetric.Euclidean ? Math.Sqrt(squares) : sizeA * sizeB > 0 ? 1 - (product / Math.Sqrt(sizeA * sizeB)) : 1;
    }
}
