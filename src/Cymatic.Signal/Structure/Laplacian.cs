namespace Cymatic.Signal;

/// <summary>The symmetric normalised Laplacian of an affinity, whose smallest eigenvectors show its clusters.</summary>
/// <remarks>
/// An affinity may be a little asymmetric, as a time-lag filter leaves it: degrees are sums of columns, and eigenvectors are those of the
/// lower triangle, as in scipy. von Luxburg, Statistics and Computing 17, 2007. Equals scipy.sparse.csgraph.laplacian(normed=True) and
/// scipy.linalg.eigh.
/// </remarks>
public static class Laplacian
{
    /// <summary>I − D^−½ A D^−½ without the affinity's diagonal; rows without affinity are 0. Row after row, in float64.</summary>
    /// <param name="affinity">n × n, not negative.</param>
    /// <exception cref="ArgumentException">A matrix that is not square and finite, or has negative numbers.</exception>
    public static double[] Normalised(DenseMatrix affinity)
    {
        Check(affinity);
        int n = affinity.Rows;
        double[] scale = new double[n], result = new double[(long)n * n];
        for (int i = 0; i < n; i++)
        {
            double degree = 0;
            for (int j = 0; j < n; j++)
                degree += j == i ? 0 : affinity[j, i];
            scale[i] = degree > 0 ? 1 / Math.Sqrt(degree) : 0;
        }

        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<float> row = affinity[i];
            for (int j = 0; j < n; j++)
                result[(i * n) + j] = i == j ? (scale[i] > 0 ? 1 : 0) : -row[j] * scale[i] * scale[j];
        }

        return result;
    }

    /// <summary>The smallest eigenvalues of the normalised Laplacian and their vectors.</summary>
    /// <param name="affinity">n × n, not negative.</param>
    /// <param name="count">How many, from 1 to n.</param>
    /// <returns>Eigenvalues, and n × count numbers: an eigenvector in each column.</returns>
    /// <exception cref="ArgumentException">A matrix that is not square and finite, or has negative numbers.</exception>
    public static (double[] Values, DenseMatrix Vectors) Smallest(DenseMatrix affinity, int count)
    {
        double[] laplacian = Normalised(affinity);
        Eigenpairs pairs = SymmetricEigen.Smallest(laplacian, affinity.Rows, count);
        return (pairs.Values, DenseMatrix.From(affinity.Rows, count, (row, column) => pairs.Vectors[column][row]));
    }

    private static void Check(DenseMatrix affinity)
    {
        ArgumentNullException.ThrowIfNull(affinity);
        affinity.CheckSquare(nameof(affinity));
        float least = System.Numerics.Tensors.TensorPrimitives.Min<float>(affinity.Values);
        if (least < 0)
            throw new ArgumentException(
                $"An affinity of {affinity.Rows} × {affinity.Rows} must not be negative, and {least} is.", nameof(affinity));
    }
}
