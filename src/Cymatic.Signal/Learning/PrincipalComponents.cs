using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>Principal components: the directions in which observations vary most.</summary>
/// <remarks>Hotelling, 1933. Equals scikit-learn's PCA up to signs; here a direction's number of largest magnitude is positive.</remarks>
public sealed class PrincipalComponents
{
    private PrincipalComponents(double[] mean, double[][] directions, double[] variances, double total) =>
        (Mean, Directions, Variances, TotalVariance) = (mean, directions, variances, total);

    /// <summary>The mean observation.</summary>
    public IReadOnlyList<double> Mean { get; }

    /// <summary>Directions of length one, that of the largest variance first.</summary>
    public IReadOnlyList<double[]> Directions { get; }

    /// <summary>The variance along each direction, over n − 1.</summary>
    public IReadOnlyList<double> Variances { get; }

    /// <summary>The sum of the variances of all features.</summary>
    public double TotalVariance { get; }

    /// <summary>The components of observations.</summary>
    /// <param name="observations">At least two observations × features, finite.</param>
    /// <param name="count">How many, from 1 to the lesser of observations and features.</param>
    /// <exception cref="ArgumentException">Too few observations, or numbers that are not finite.</exception>
    public static PrincipalComponents Of(DenseMatrix observations, int count)
    {
        ArgumentNullException.ThrowIfNull(observations);
        observations.Check(nameof(observations), 2);
        int n = observations.Rows, features = observations.Columns;
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Math.Min(n, features));
        var mean = new double[features];
        double[][] centred = Centred(observations, mean);
        bool wide = features > n;
        double[][] vectors = wide ? centred : Turned(centred, features);
        double[] gram = Gram(vectors);
        double total = 0;
        for (int i = 0; i < vectors.Length; i++)
            total -= gram[i * (vectors.Length + 1)];
        Eigenpairs pairs = SymmetricEigen.Smallest(gram, vectors.Length, count);
        double[][] directions = wide ? [.. pairs.Vectors.Select(u => Combined(centred, u))] : pairs.Vectors;
        return new(mean, directions, [.. pairs.Values.Select(v => Math.Max(0, -v) / (n - 1))], total / (n - 1));
    }

    /// <summary>Observations along the directions: observations × components.</summary>
    /// <exception cref="ArgumentException">Another number of features.</exception>
    public DenseMatrix Apply(DenseMatrix observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        if (observations.Columns != Mean.Count)
            throw new ArgumentException(
                $"Observations of {observations.Columns} features have no components of {Mean.Count}.", nameof(observations));
        double[] difference = new double[Mean.Count];
        var values = new float[observations.Rows * Directions.Count];
        for (int i = 0; i < values.Length; i++)
        {
            int row = i / Directions.Count;
            for (int c = 0; c < difference.Length && i % Directions.Count == 0; c++)
                difference[c] = observations[row, c] - Mean[c];
            values[i] = (float)TensorPrimitives.Dot<double>(difference, Directions[i % Directions.Count]);
        }

        return new(values, Directions.Count);
    }

    private static double[][] Centred(DenseMatrix observations, double[] mean)
    {
        int n = observations.Rows;
        for (int c = 0; c < mean.Length; c++)
        {
            for (int row = 0; row < n; row++)
                mean[c] += observations[row, c] / (double)n;
        }

        return [.. Enumerable.Range(0,
            n).Select(row => Enumerable.Range(0, mean.Length).Select(c => observations[row, c] - mean[c]).ToArray())];
    }

    private static double[][] Turned(double[][] rows, int columns) =>
        [.. Enumerable.Range(0, columns).Select(c => rows.Select(row => row[c]).ToArray())];

    /// <summary>Minus the products of all pairs, so that the largest variance is the smallest eigenvalue.</summary>
    private static double[] Gram(double[][] vectors)
    {
        var gram = new double[vectors.Length * vectors.Length];
        Parallel.For(0, vectors.Length, i =>
        {
            for (int j = 0; j <= i; j++)
                gram[(i * vectors.Length) + j] = -TensorPrimitives.Dot<double>(vectors[i], vectors[j]);
        });
        return gram;
    }

    private static double[] Combined(double[][] rows, double[] weights)
    {
        var sum = new double[rows[0].Length];
        for (int row = 0; row < rows.Length; row++)
            TensorPrimitives.MultiplyAdd(rows[row], weights[row], sum, sum);
        double norm = TensorPrimitives.Norm<double>(sum), largest = sum[TensorPrimitives.IndexOfMaxMagnitude<double>(sum)];
        TensorPrimitives.Multiply(sum, norm > 0 ? Math.Sign(largest) / norm : 0, sum);
        return sum;
    }
}
