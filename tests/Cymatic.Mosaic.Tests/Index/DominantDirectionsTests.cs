namespace Cymatic.Mosaic.Tests;

public sealed class DominantDirectionsTests
{
    private const int Columns = 100, Count = 20;

    [Fact]
    public void They_hold_as_much_variance_as_principal_components()
    {
        float[] rows = Rows(300);
        var exact = Signal.PrincipalComponents.Of(new(rows.ToArray(), Columns), Count);
        double held = Variance(rows, DominantDirections.Of(rows.ToArray(), Columns, Count));
        Assert.InRange(held / exact.Variances.Sum(), 0.999, 1.001);
    }

    [Fact]
    public void They_are_orthonormal()
    {
        float[] directions = DominantDirections.Of(Rows(300), Columns, Count);
        for (int i = 0; i < Count; i++)
        {
            for (int j = 0; j <= i; j++)
                Assert.Equal(i == j ? 1 : 0, Dot(directions.AsSpan(i * Columns, Columns), directions.AsSpan(j * Columns, Columns)), 1e-4);
        }
    }

    [Fact]
    public void Rows_of_one_line_have_one_direction_and_zeros()
    {
        float[] rows = [.. Enumerable.Range(0, 5).SelectMany(row => Enumerable.Range(0, Columns).Select(c => c == 7 ? row : 0f))];
        float[] directions = DominantDirections.Of(rows, Columns, Count);
        Assert.Equal([7], Enumerable.Range(0, directions.Length).Where(i => Math.Abs(directions[i]) > 1e-3));
    }

    [Fact]
    public void Rows_that_are_all_the_same_have_none() =>
        Assert.All(DominantDirections.Of([.. Enumerable.Repeat(0.25f, 4 * Columns)], Columns, Count), x => Assert.Equal(0, x));

    // The variance falls from direction to direction as that of spectra does.
    private static float[] Rows(int count)
    {
        var random = new Random(5);
        double[][] mixtures = [.. Enumerable.Range(0, Columns).Select(i =>
            Enumerable.Range(0, Columns).Select(_ => (random.NextDouble() - 0.5) / (1 + i)).ToArray())];
        var rows = new float[count * Columns];
        for (int row = 0; row < count; row++)
        {
            foreach (double[] mixture in mixtures)
            {
                double weight = random.NextDouble() - 0.5;
                for (int c = 0; c < Columns; c++)
                    rows[(row * Columns) + c] += (float)(weight * mixture[c]);
            }
        }

        return rows;
    }

    private static double Variance(float[] rows, float[] directions)
    {
        int n = rows.Length / Columns;
        double sum = 0;
        for (int d = 0; d < Count; d++)
        {
            double[] along = [.. Enumerable.Range(0, n).Select(row =>
                Dot(rows.AsSpan(row * Columns, Columns), directions.AsSpan(d * Columns, Columns)))];
            double mean = along.Average();
            sum += along.Sum(x => (x - mean) * (x - mean)) / (n - 1);
        }

        return sum;
    }

    private static double Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += (double)a[i] * b[i];
        return sum;
    }
}
