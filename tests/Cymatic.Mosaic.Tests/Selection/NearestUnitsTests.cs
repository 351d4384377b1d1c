using Cymatic.Signal;

namespace Cymatic.Mosaic.Tests;

public sealed class NearestUnitsTests
{
    [Theory]
    [InlineData(UnitMetric.Cosine)]
    [InlineData(UnitMetric.Euclidean)]
    public void The_nearest_are_those_of_comparing_everything_with_everything(UnitMetric metric)
    {
        DenseMatrix units = Random(3000, seed: 1), queries = Random(50, seed: 2);
        Neighbours found = NearestUnits.Find(units, queries, 4, metric, TestContext.Current.CancellationToken);
        for (int q = 0; q < queries.Rows; q++)
        {
            int[] expected = [.. Enumerable.Range(0, units.Rows).OrderBy(u => Distance(units[u], queries[q], metric)).Take(4)];
            Assert.Equal(expected, found.Indices[(4 * q)..(4 * q + 4)]);
        }
    }

    [Fact]
    public void Of_rows_as_near_as_each_other_the_first_comes_first()
    {
        DenseMatrix units = DenseMatrix.From(40, 7, (_, column) => column);
        Assert.Equal([0, 1, 2], NearestUnits.Find(units, DenseMatrix.From(1, 7, (_, _) => 1), 3, cancel: default).Indices);
    }

    [Theory]
    [InlineData(UnitMetric.Cosine)]
    [InlineData(UnitMetric.Euclidean)]
    public void Rows_that_rounded_products_cannot_tell_apart_are_told_apart(UnitMetric metric)
    {
        // All rows lie within 1e-4 of each other at a distance of 6 from zero: products are rounded to 1e-6 and more.
        var random = new Random(5);
        DenseMatrix units = DenseMatrix.From(4000, 37, (_, _) => 1 + (1e-4 * (random.NextDouble() - 0.5)));
        DenseMatrix queries = DenseMatrix.From(20, 37, (_, _) => 1 + (1e-4 * (random.NextDouble() - 0.5)));
        int[] found = NearestUnits.Find(units, queries, 1, metric, TestContext.Current.CancellationToken).Indices;
        int Nearest(int query) => Enumerable.Range(0, units.Rows).MinBy(u => Distance(units[u], queries[query], metric));
        Assert.Equal(Enumerable.Range(0, queries.Rows).Select(Nearest), found);
    }

    [Fact]
    public void A_table_in_a_file_is_searched_as_one_in_memory()
    {
        DenseMatrix units = Random(5000, seed: 1), queries = Random(130, seed: 2);
        string path = Path.GetTempFileName();
        NpyWriter<float>.Write(path, units.Values, units.Columns);
        using FileTable<float> table = FileTable<float>.Open(path);
        CancellationToken cancel = TestContext.Current.CancellationToken;
        int[] found = new NearestSearch(table, UnitMetric.Euclidean).Find(queries, 5, null, cancel).Indices;
        Assert.Equal(NearestUnits.Find(units, queries, 5, UnitMetric.Euclidean, cancel).Indices, found);
        File.Delete(path);
    }

    [Fact]
    public void Rows_that_are_no_numbers_are_near_nothing()
    {
        var table = new MemoryTable<float>([float.NaN, 3, 1, float.NaN, 2, float.NaN], 2);
        Assert.Equal([-1, -1], new NearestSearch(table, UnitMetric.Euclidean).Find(new([1, 1], 2), 2, null, default).Indices);
    }

    private static double Distance(ReadOnlySpan<float> a, ReadOnlySpan<float> b, UnitMetric metric)
    {
        double squares = 0, product = 0, x = 0, y = 0;
        for (int k = 0; k < a.Length; k++)
        {
            squares += ((double)a[k] - b[k]) * ((double)a[k] - b[k]);
            product += (double)a[k] * b[k];
            x += (double)a[k] * a[k];
            y += (double)b[k] * b[k];
        }

        return metric == UnitMetric.Euclidean ? squares : 1 - (product / Math.Sqrt(x * y));
    }

    private static DenseMatrix Random(int rows, int seed)
    {
        var random = new Random(seed);
        return DenseMatrix.From(rows, 37, (_, _) => random.NextDouble() - 0.5);
    }
}
