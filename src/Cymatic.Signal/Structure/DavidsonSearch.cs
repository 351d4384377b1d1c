using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>The smallest eigenpairs of a large sparse Laplacian.</summary>
/// <remarks>
/// Morgan and Scott, SIAM J. Sci. Stat. Comput. 7, 1986: Rayleigh and Ritz in a space that grows by preconditioned residuals and is
/// restarted with its best vectors. The preconditioner is the tridiagonal part: where nothing recurs, a song is a path, whose many near
/// eigenvalues would be slow to part without it. Begins with the path's own modes; deterministic.
/// </remarks>
internal sealed class DavidsonSearch
{
    private const int Spare = 4, MostSpaces = 7, MostRounds = 400;
    private const double Tolerance = 1e-7;

    private readonly SparseLaplacian _matrix;
    private readonly int _count, _block;
    private readonly CancellationToken _cancel;
    private readonly List<double[]> _basis = [], _images = [];

    private DavidsonSearch(SparseLaplacian matrix, int count, CancellationToken cancel)
    {
        (_matrix, _count, _cancel) = (matrix, count, cancel);
        _block = Math.Min(matrix.Rows, count + Spare);
    }

    /// <summary>Eigenvalues, rising, and a vector of length one for each.</summary>
    public static Eigenpairs Smallest(SparseLaplacian matrix, int count, CancellationToken cancel) =>
        new DavidsonSearch(matrix, count, cancel).Run();

    private Eigenpairs Run()
    {
        for (int mode = 0; mode < _block; mode++)
            Add(Mode(mode));
        for (int round = 0; ; round++)
        {
            (double[] values, double[][] vectors, double[][] images) = Ritz(Math.Min(_basis.Count, _block));
            List<double[]> residuals = Residuals(values, vectors, images);
            if (residuals.Count == 0 || round == MostRounds || _basis.Count >= _matrix.Rows)
                return Signed(values, vectors);
            if (_basis.Count + residuals.Count > MostSpaces * _block)
                Restart();
            foreach (double[] residual in residuals)
            {
                Precondition(residual);
                Add(residual);
            }
        }
    }

    /// <summary>The mode of a path with the degrees of the song.</summary>
    private double[] Mode(int number)
    {
        var mode = new double[_matrix.Rows];
        for (int i = 0; i < mode.Length; i++)
            mode[i] = _matrix.Roots[i] * Math.Cos(Math.PI * number * (i + 0.5) / mode.Length);
        return mode;
    }

    /// <summary>Adds what is new in a vector to the space.</summary>
    private void Add(double[] vector)
    {
        double before = TensorPrimitives.Norm<double>(vector);
        for (int pass = 0; pass < 2 && before > 0; pass++)
        {
            foreach (double[] other in _basis)
                TensorPrimitives.MultiplyAdd(other, -TensorPrimitives.Dot<double>(other, vector), vector, vector);
        }

        double norm = TensorPrimitives.Norm<double>(vector);
        if (!(norm > 1e-12 * before) || !double.IsFinite(norm))
            return;
        TensorPrimitives.Divide(vector, norm, vector);
        var image = new double[vector.Length];
        _matrix.Multiply(vector, image, _cancel);
        _basis.Add(vector);
        _images.Add(image);
    }

    /// <summary>The best approximations that the space holds: values, vectors and what the matrix makes of these.</summary>
    private (double[] Values, double[][] Vectors, double[][] Images) Ritz(int wanted)
    {
        int m = _basis.Count;
        var small = new double[m * m];
        Parallel.For(0, m, i =>
        {
            for (int j = 0; j <= i; j++)
                small[(i * m) + j] = TensorPrimitives.Dot<double>(_basis[i], _images[j]);
        });
        Eigenpairs pairs = SymmetricEigen.Smallest(small, m, wanted);
        double[][] vectors = new double[wanted][], images = new double[wanted][];
        Parallel.For(0, wanted, k => (vectors[k], images[k]) = (Sum(_basis, pairs.Vectors[k]), Sum(_images, pairs.Vectors[k])));
        return (pairs.Values, vectors, images);
    }

    private double[] Sum(List<double[]> vectors, double[] weights)
    {
        var sum = new double[_matrix.Rows];
        for (int i = 0; i < weights.Length; i++)
            TensorPrimitives.MultiplyAdd(vectors[i], weights[i], sum, sum);
        return sum;
    }

    /// <summary>What is wrong with the approximations; nothing when all that are wanted are good.</summary>
    private List<double[]> Residuals(double[] values, double[][] vectors, double[][] images)
    {
        List<double[]> residuals = [];
        bool good = vectors.Length >= _count;
        for (int k = 0; k < vectors.Length; k++)
        {
            var residual = new double[vectors[k].Length];
            TensorPrimitives.MultiplyAdd(vectors[k], -values[k], images[k], residual);
            if (TensorPrimitives.Norm<double>(residual) <= Tolerance)
                continue;
            residuals.Add(residual);
            good &= k >= _count;
        }

        return good ? [] : residuals;
    }

    private void Restart()
    {
        (_, double[][] vectors, double[][] images) = Ritz(Math.Min(_basis.Count, 2 * _block));
        _basis.Clear();
        _images.Clear();
        _basis.AddRange(vectors);
        _images.AddRange(images);
    }

    /// <summary>Solves the tridiagonal part, a little above singular, in place.</summary>
    private void Precondition(double[] x)
    {
        int n = x.Length;
        double[] above = new double[n];
        double pivot = 1 + 1e-9;
        for (int i = 0; i < n; i++)
        {
            double left = i > 0 ? _matrix.Beside[i - 1] : 0;
            pivot = 1 + 1e-9 - (i > 0 ? left * above[i - 1] : 0);
            above[i] = i < n - 1 ? _matrix.Beside[i] / pivot : 0;
            x[i] = (x[i] - (i > 0 ? left * x[i - 1] : 0)) / pivot;
        }

        for (int i = n - 2; i >= 0; i--)
            x[i] -= above[i] * x[i + 1];
    }

    private Eigenpairs Signed(double[] values, double[][] vectors)
    {
        foreach (double[] vector in vectors)
        {
            double largest = vector[TensorPrimitives.IndexOfMaxMagnitude<double>(vector)];
            TensorPrimitives.Multiply(vector, Math.Sign(largest) / TensorPrimitives.Norm<double>(vector), vector);
        }

        return new(values[..Math.Min(_count, values.Length)], vectors[..Math.Min(_count, vectors.Length)]);
    }
}
