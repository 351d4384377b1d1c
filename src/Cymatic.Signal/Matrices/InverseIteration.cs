using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>Eigenvectors of a tridiagonal matrix whose eigenvalues are known.</summary>
internal sealed class InverseIteration
{
    private const int Rounds = 3;
    private readonly double[] _diagonal, _beside, _pivots, _above, _farAbove, _factors;
    private readonly bool[] _swapped;
    private readonly double _norm;

    public InverseIteration(double[] diagonal, double[] beside)
    {
        int n = diagonal.Length;
        (_diagonal, _beside, _swapped) = (diagonal, beside, new bool[n]);
        (_pivots, _above, _farAbove, _factors) = (new double[n], new double[n], new double[n], new double[n]);
        _norm = Math.Max(TensorPrimitives.MaxMagnitude<double>(diagonal) is var d
            ? Math.Abs(d) : 0, Math.Abs(TensorPrimitives.MaxMagnitude<double>(beside)));
    }

    /// <summary>A vector of length one for each of some rising eigenvalues, orthogonal where these are near each other.</summary>
    public double[][] Vectors(double[] values)
    {
        var vectors = new double[values.Length][];
        var random = new Random(1);
        double shift = double.NegativeInfinity;
        int group = 0;
        for (int k = 0; k < values.Length; k++)
        {
            // Equal eigenvalues are moved apart a little, so that their vectors do not start out the same way.
            shift = Math.Max(values[k], shift + (10 * 2.2e-16 * _norm));
            if (k > 0 && values[k] - values[k - 1] > 1e-3 * _norm)
                group = k;
            Factorise(shift);
            double[] vector = vectors[k] = new double[_diagonal.Length];
            for (int i = 0; i < vector.Length; i++)
                vector[i] = random.NextDouble() - 0.5;
            for (int round = 0; round < Rounds; round++)
            {
                Solve(vector);
                for (int pass = 0; pass < 2; pass++)
                    Orthonormalise(vector, vectors.AsSpan(group, k - group));
            }
        }

        return vectors;
    }

    private static void Orthonormalise(double[] vector, ReadOnlySpan<double[]> others)
    {
        TensorPrimitives.Divide(vector, Math.Abs(TensorPrimitives.MaxMagnitude<double>(vector)), vector);
        foreach (double[] other in others)
            TensorPrimitives.MultiplyAdd(other, -TensorPrimitives.Dot<double>(other, vector), vector, vector);
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<double>(vector), vector);
    }

    /// <summary>Gauss's elimination of the shifted matrix with exchange of neighbouring rows.</summary>
    private void Factorise(double shift)
    {
        int n = _diagonal.Length;
        double pivot = _diagonal[0] - shift, right = _beside[0];
        for (int i = 0; i < n - 1; i++)
        {
            double below = _beside[i], next = _diagonal[i + 1] - shift, nextRight = _beside[i + 1];
            _swapped[i] = Math.Abs(below) > Math.Abs(pivot);
            if (_swapped[i])
            {
                _factors[i] = pivot / below;
                (_pivots[i], _above[i], _farAbove[i]) = (below, next, nextRight);
                (pivot, right) = (right - (_factors[i] * next), -_factors[i] * nextRight);
            }
            else
            {
                _factors[i] = pivot == 0 ? 0 : below / pivot;
                (_pivots[i], _above[i], _farAbove[i]) = (pivot, right, 0);
                (pivot, right) = (next - (_factors[i] * right), nextRight);
            }
        }

        (_pivots[n - 1], _above[n - 1], _farAbove[n - 1]) = (pivot, 0, 0);
    }

    private void Solve(double[] x)
    {
        int n = x.Length;
        double least = Math.Max(2.2e-16 * _norm, 1e-300);
        for (int i = 0; i < n - 1; i++)
        {
            if (_swapped[i])
                (x[i], x[i + 1]) = (x[i + 1], x[i] - (_factors[i] * x[i + 1]));
            else
                x[i + 1] -= _factors[i] * x[i];
        }

        for (int i = n - 1; i >= 0; i--)
        {
            double sum = x[i] - (i + 1 < n ? _above[i] * x[i + 1] : 0) - (i + 2 < n ? _farAbove[i] * x[i + 2] : 0);
            x[i] = sum / (Math.Abs(_pivots[i]) < least ? Math.CopySign(least, _pivots[i]) : _pivots[i]);
        }

        // Numbers must stay finite for matrices that fall apart.
        double largest = Math.Abs(TensorPrimitives.MaxMagnitude<double>(x));
        if (largest > 0 && double.IsFinite(largest))
            TensorPrimitives.Divide(x, largest, x);
    }
}
