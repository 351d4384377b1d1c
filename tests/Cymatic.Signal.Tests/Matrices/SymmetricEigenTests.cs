using System.Numerics.Tensors;

namespace Cymatic.Signal.Tests;

public sealed class SymmetricEigenTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    [InlineData(17, 17)]
    [InlineData(130, 10)]
    [InlineData(700, 5)]
    public void Vectors_solve_the_problem_and_are_orthonormal(int n, int count)
    {
        double[] a = Random(n);
        Eigenpairs pairs = SymmetricEigen.Smallest(a, n, count);
        AssertSolved(a, n, pairs);
    }

    [Fact]
    public void Eigenvalues_of_a_chain_are_known()
    {
        const int n = 40;
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            a[i * (n + 1)] = 2;
            if (i > 0)
                a[(i * n) + i - 1] = a[((i - 1) * n) + i] = -1;
        }

        Eigenpairs pairs = SymmetricEigen.Smallest(a, n, n);
        for (int k = 0; k < n; k++)
            Assert.Equal(2 - (2 * Math.Cos(Math.PI * (k + 1) / (n + 1))), pairs.Values[k], 1e-13);
    }

    [Fact]
    public void All_eigenvalues_equal_have_an_orthonormal_basis()
    {
        double[] a = [.. Enumerable.Range(0, 144).Select(i => i / 12 == i % 12 ? 3.0 : 0)];
        AssertSolved(a, 12, SymmetricEigen.Smallest(a, 12, 12));
    }

    [Fact]
    public void A_matrix_of_zeros_has_them_as_eigenvalues() =>
        Assert.All(SymmetricEigen.Smallest(new double[25], 5, 3).Values, v => Assert.Equal(0, v, 1e-100));

    [Fact]
    public void Blocks_have_their_own_vectors()
    {
        double[] a = new double[60 * 60], block = Random(20);
        for (int i = 0; i < 60; i++)
        {
            for (int j = 0; j < 20; j++)
                a[(i * 60) + (i / 20 * 20) + j] = block[(i % 20 * 20) + j];
        }

        AssertSolved(a, 60, SymmetricEigen.Smallest(a, 60, 9));
    }

    [Fact]
    public void A_matrix_that_is_not_square_is_refused() =>
        Assert.Throws<ArgumentException>(() => SymmetricEigen.Smallest(new double[5], 2, 1));

    private static void AssertSolved(double[] a, int n, Eigenpairs pairs)
    {
        double norm = Math.Max(1e-300, TensorPrimitives.Norm<double>(a));
        for (int k = 0; k < pairs.Values.Length; k++)
        {
            double[] x = pairs.Vectors[k];
            for (int i = 0; i < n; i++)
                Assert.Equal(pairs.Values[k] * x[i], TensorPrimitives.Dot<double>(a.AsSpan(i * n, n), x), 1e-13 * norm);
            for (int other = 0; other <= k; other++)
                Assert.Equal(other == k ? 1 : 0, TensorPrimitives.Dot<double>(x, pairs.Vectors[other]), 1e-12);
        }

        Assert.Equal(pairs.Values.Order(), pairs.Values);
    }

    private static double[] Random(int n)
    {
        var random = new Random(n);
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
                a[(i * n) + j] = a[(j * n) + i] = random.NextDouble() - 0.5;
        }

        return a;
    }
}
