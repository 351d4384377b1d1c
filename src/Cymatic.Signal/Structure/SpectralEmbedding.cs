namespace Cymatic.Signal;

/// <summary>Moments as points whose nearness is that of their neighbours in a graph: its Laplacian's smallest eigenvectors.</summary>
/// <remarks>von Luxburg, Statistics and Computing 17, 2007; McFee and Ellis, ISMIR 2014, algorithm 1.</remarks>
public static class SpectralEmbedding
{
    /// <summary>Rows up to which the eigenproblem is solved densely, as scipy does.</summary>
    public const int MostDense = 2000;

    /// <summary>The smallest eigenvalues of an affinity's normalised Laplacian, and their vectors in columns.</summary>
    /// <param name="affinity">Not negative. Of more than <see cref="MostDense"/> rows the pairs are searched for; residuals are below
    /// 1e-7.</param>
    /// <param name="count">How many pairs, from 1 to as many as rows.</param>
    /// <param name="cancel">Ends the work.</param>
    public static (double[] Values, DenseMatrix Vectors) Smallest(SparseMatrix affinity, int count, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(affinity);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, affinity.Rows);
        if (affinity.Rows <= MostDense)
            return Laplacian.Smallest(affinity.ToDense(), count);
        Eigenpairs pairs = DavidsonSearch.Smallest(new(affinity), count, cancel);
        return (pairs.Values, DenseMatrix.From(affinity.Rows, pairs.Values.Length, (row, column) => pairs.Vectors[column][row]));
    }

    /// <summary>The first columns, each row divided by its length over these columns; rows of zeros stay.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More columns than there are.</exception>
    public static DenseMatrix Normalised(DenseMatrix vectors, int count)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, vectors.Columns);
        var values = new float[vectors.Rows * count];
        for (int row = 0; row < vectors.Rows; row++)
        {
            ReadOnlySpan<float> from = vectors[row][..count];
            double norm = Math.Sqrt(System.Numerics.Tensors.TensorPrimitives.SumOfSquares(from));
            if (norm > 0)
                System.Numerics.Tensors.TensorPrimitives.Divide(from, (float)norm, values.AsSpan(row * count, count));
        }

        return new(values, count);
    }
}
