namespace Cymatic.Signal.Tests;

public sealed class NmfTests
{
    // Small differences of the start lead to other local minima: five seeds of scikit-learn's own start ended 1.8 % apart.
    private const double Tolerance = 0.03;

    [Fact]
    public void The_error_is_scikit_learns()
    {
        Npy mel = Golden.Array("mel");
        Factorisation factors = Nmf.Factorise(mel.Floats, mel.Shape[1]);
        double expected = Golden.Value("nmf16_mel", "err");
        Assert.Equal(expected, factors.Error, Tolerance * expected);
    }

    [Theory]
    [InlineData(FactorSolver.CoordinateDescent, FactorStart.SingularVectors)]
    [InlineData(FactorSolver.CoordinateDescent, FactorStart.Random)]
    [InlineData(FactorSolver.Multiplicative, FactorStart.SingularVectors)]
    [InlineData(FactorSolver.KullbackLeibler, FactorStart.SingularVectors)]
    [InlineData(FactorSolver.KullbackLeibler, FactorStart.Random)]
    public void A_matrix_of_low_rank_is_factorised_almost_exactly(FactorSolver solver, FactorStart start)
    {
        float[] matrix = Product(Random(40, 3, 1), Random(3, 23, 2), 40, 3, 23);
        Factorisation factors = Nmf.Factorise(
            matrix, 23, new FactorisationOptions { Components = 3, Solver = solver, Start = start, Iterations = 3000, Tolerance = 0 });
        double norm = Math.Sqrt(matrix.Sum(x => (double)x * x));
        Assert.InRange(factors.Error, 0, 0.03 * norm);
    }

    [Theory]
    [InlineData(FactorSolver.CoordinateDescent)]
    [InlineData(FactorSolver.Multiplicative)]
    public void The_error_is_what_is_left(FactorSolver solver)
    {
        float[] matrix = Random(31, 17, 3);
        Factorisation factors = Nmf.Factorise(matrix, 17, new FactorisationOptions { Components = 5, Solver = solver });
        float[] model = Product(factors.Activations, factors.Components, 31, 5, 17);
        double left = Math.Sqrt(matrix.Zip(model, (x, y) => (double)(x - y) * (x - y)).Sum());
        Assert.Equal(left, factors.Error, 1e-4 * left);
    }

    [Theory]
    [InlineData(FactorSolver.CoordinateDescent)]
    [InlineData(FactorSolver.Multiplicative)]
    [InlineData(FactorSolver.KullbackLeibler)]
    public void More_iterations_never_make_it_worse(FactorSolver solver)
    {
        float[] matrix = Random(50, 33, 4);
        double last = double.PositiveInfinity;
        foreach (int iterations in (int[])[1, 3, 10, 40])
        {
            double error = Nmf.Factorise(
                matrix, 33, new FactorisationOptions { Components = 7, Solver = solver, Iterations = iterations, Tolerance = 0 }).Error;
            Assert.InRange(error, 0, last * (1 + 1e-6));
            last = error;
        }
    }

    [Fact]
    public void Factors_are_not_negative()
    {
        Factorisation factors = Nmf.Factorise(Random(29, 30, 5), 30, new FactorisationOptions { Components = 40 });
        Assert.All(factors.Activations.Concat(factors.Components), x => Assert.True(x >= 0));
    }

    [Fact]
    public void The_same_seed_gives_the_same_factors()
    {
        var options = new FactorisationOptions { Start = FactorStart.Random, Seed = 7, Components = 6 };
        float[] matrix = Random(200, 64, 6);
        Assert.Equal(Nmf.Factorise(matrix, 64, options).Activations, Nmf.Factorise(matrix, 64, options).Activations);
    }

    [Fact]
    public void Silence_has_silent_components() =>
        Assert.Equal(0, Nmf.Factorise(new float[60], 6, new FactorisationOptions { Components = 2 }).Error, 1e-6);

    [Theory]
    [InlineData(-1f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Numbers_that_cannot_be_factorised_are_refused(float bad) =>
        Assert.Throws<ArgumentException>(() => Nmf.Factorise([1, 2, bad, 4], 2));

    private static float[] Random(int rows, int columns, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, rows * columns).Select(_ => random.NextSingle())];
    }

    private static float[] Product(float[] a, float[] b, int rows, int inner, int columns)
    {
        var product = new float[rows * columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
                product[i * columns + j] = Enumerable.Range(0, inner).Sum(k => a[i * inner + k] * b[k * columns + j]);
        }

        return product;
    }
}
