namespace Cymatic.Signal.Tests;

public sealed class SpectralEmbeddingTests
{
    private const int Large = SpectralEmbedding.MostDense + 60;

    // A path with recurrences in two of its thirds, as songs have them.
    private static readonly Lazy<SparseMatrix> Song = new(() =>
    {
        var random = new Random(5);
        var values = new float[Large * Large];
        for (int i = 0; i + 1 < Large; i++)
            values[(i * Large) + i + 1] = values[((i + 1) * Large) + i] = 0.2f + (0.8f * (float)random.NextDouble());
        for (int link = 0; link < 8 * Large; link++)
        {
            int part = random.Next(2) * (Large / 3), i = part + random.Next(Large / 3), j = part + random.Next(Large / 3);
            if (Math.Abs(i - j) > 2)
                values[(i * Large) + j] = values[(j * Large) + i] = 0.1f * (float)random.NextDouble();
        }

        return SparseMatrix.From(new(values, Large));
    });

    private static readonly Lazy<(double[] Values, DenseMatrix Vectors)> Found = new(() => SpectralEmbedding.Smallest(Song.Value, 11));

    private static readonly Lazy<(double[] Values, DenseMatrix Vectors)> Dense = new(() => Laplacian.Smallest(Song.Value.ToDense(), 11));

    [Fact]
    public void Eigenvalues_of_a_large_graph_are_those_of_the_dense_solver()
    {
        for (int k = 0; k < 11; k++)
            Assert.Equal(Dense.Value.Values[k], Found.Value.Values[k], 1e-10);
    }

    [Fact]
    public void Eigenvectors_of_a_large_graph_are_those_of_the_dense_solver()
    {
        for (int k = 0; k < 11; k++)
        {
            double dot = Enumerable.Range(0, Large).Sum(i => (double)Dense.Value.Vectors[i, k] * Found.Value.Vectors[i, k]);
            Assert.Equal(1, Math.Abs(dot), 1e-5);
        }
    }

    [Fact]
    public void Normalised_rows_have_length_one()
    {
        DenseMatrix rows = SpectralEmbedding.Normalised(new([3, 4, 9, 0, 0, 5], 3), 2);
        Assert.Equal([0.6f, 0.8f, 0, 0], rows.Values);
    }

    [Fact]
    public void A_sparse_matrix_keeps_what_is_not_zero()
    {
        SparseMatrix sparse = SparseMatrix.From(new([0, 2, 0, 0, 0, 3, 4, 0, 0], 3));
        Assert.Equal((3, 3f, 0f), (sparse.Count, sparse[1, 2], sparse[2, 2]));
    }

    [Fact]
    public void A_pooled_matrix_keeps_the_largest_of_each_block() =>
        Assert.Equal([2f, 3f, 4f, 0f], SparseMatrix.From(new([1, 2, 0, 0, 0, 0, 0, 3, 4, 0, 0, 0, 0, 0, 0, 0], 4)).Pooled(2).Values);
}
