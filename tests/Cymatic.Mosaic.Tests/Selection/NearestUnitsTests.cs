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
