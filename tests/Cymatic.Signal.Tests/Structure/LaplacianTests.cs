namespace Cymatic.Signal.Tests;

public sealed class LaplacianTests
{
    [Fact]
    public void Eigenvalues_of_a_song_are_scipys()
    {
        double[] expected = Golden.Array("lap_evals").Doubles;
        Near.Same(expected, Laplacian.Smallest(Affinity(), expected.Length).Values, 1e-5);
    }

    [Fact]
    public void The_ten_smallest_eigenvectors_of_a_song_are_scipys()
    {
        double[] expected = Golden.Array("lap_absevecs10").Doubles;
        Near.Same(expected, Laplacian.Smallest(Affinity(), 10).Vectors.Values.Select(Math.Abs), 1e-4);
    }

    [Fact]
    public void Two_parts_without_affinity_have_two_eigenvalues_of_zero()
    {
        DenseMatrix parts = DenseMatrix.From(8, 8, (i, j) => i / 4 == j / 4 ? 1 : 0);
        (double[] values, DenseMatrix vectors) = Laplacian.Smallest(parts, 3);
        Assert.Equal(0, values[0], 1e-12);
        Assert.Equal(0, values[1], 1e-12);
        Assert.True(values[2] > 0.5);
        for (int k = 0; k < 2; k++)
            Assert.Equal(vectors[0, k], vectors[3, k], 1e-6);
    }

    [Fact]
    public void An_observation_without_affinity_has_a_row_of_zeros() =>
        Near.Same([0, 0, 0, 0, 1, -1, 0, -1, 1], Laplacian.Normalised(new([0, 0, 0, 0, 0, 2, 0, 2, 0], 3)), 1e-15);

    [Fact]
    public void A_negative_affinity_is_refused() => Assert.Throws<ArgumentException>(() => Laplacian.Normalised(new([0, -1, -1, 0], 2)));

    /// <summary>μ recurrence + (1 − μ) path: McFee and Ellis, ISMIR 2014, eqs. 6 and 7.</summary>
    internal static DenseMatrix Affinity()
    {
        Npy filtered = Golden.Array("lap_Rf"), mfcc = Golden.Array("lap_Msync");
        int n = filtered.Shape[1], features = mfcc.Shape[0];
        double[] m = mfcc.Doubles, r = filtered.Doubles;
        double[] distances = [.. Enumerable.Range(0, n - 1).Select(t =>
            Enumerable.Range(0, features).Sum(c => Math.Pow(m[(c * n) + t + 1] - m[(c * n) + t], 2)))];
        double[] sorted = [.. distances.Order()];
        double median = 0.5 * (sorted[(n - 2) / 2] + sorted[(n - 1) / 2]), mu = Golden.Value("lap_mu");
        double Path(int i, int j) => Math.Abs(i - j) == 1 ? Math.Exp(-distances[Math.Min(i, j)] / median) : 0;
        return DenseMatrix.From(n, n, (i, j) => (mu * r[(i * n) + j]) + ((1 - mu) * Path(i, j)));
    }
}
