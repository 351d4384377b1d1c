using System.Numerics;
using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>Eigenvalues, rising, and an eigenvector of length one for each.</summary>
/// <param name="Values">Eigenvalues.</param>
/// <param name="Vectors">An eigenvector for each; its number of largest magnitude is positive.</param>
public sealed record Eigenpairs(double[] Values, double[][] Vectors);

/// <summary>A few eigenvalues and eigenvectors of a symmetric matrix.</summary>
/// <remarks>
/// Householder's reduction, bisection by Sturm's counts (Barth, Martin and Wilkinson, Numerische Mathematik 9, 1967), inverse iteration
/// with
/// orthogonalisation of near eigenvalues (as LAPACK's dstein). Deterministic.
/// </remarks>
public static class SymmetricEigen
{
    /// <summary>The smallest eigenvalues and their vectors.</summary>
    /// <param name="matrix">Row after row, n · n finite numbers, of which the lower triangle is read.</param>
    /// <param name="n">Rows.</param>
    /// <param name="count">How many, from 1 to n.</param>
    /// <exception cref="ArgumentException">Not n · n numbers, or one that is not finite.</exception>
    public static Eigenpairs Smallest(ReadOnlySpan<double> matrix, int n, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, n);
        if (matrix.Length != (long)n * n)
            throw new ArgumentException($"{matrix.Length} numbers are no matrix of {n} × {n}.", nameof(matrix));
        if (!Finite.All(matrix))
            throw new ArgumentException($"A number of the matrix of {n} × {n} is not finite.", nameof(matrix));
        var reduced = new Tridiagonal(matrix.ToArray(), n);
        double[] values = Bisect(reduced.Diagonal, reduced.Beside, count);
        double[][] vectors = new InverseIteration(reduced.Diagonal, reduced.Beside).Vectors(values);
        reduced.Restore(vectors);
        foreach (double[] vector in vectors)
        {
            double largest = vector[TensorPrimitives.IndexOfMaxMagnitude<double>(vector)];
            TensorPrimitives.Multiply(vector, Math.Sign(largest) / TensorPrimitives.Norm<double>(vector), vector);
        }

        return new(values, vectors);
    }

    /// <summary>As many eigenvalues at once as a vector takes, each between its own bounds.</summary>
    private static double[] Bisect(double[] diagonal, double[] beside, int count)
    {
        int lane = Vector<double>.Count, n = diagonal.Length;
        (double low, double high) = Bounds(diagonal, beside);
        double[] squares = [.. beside.Select(b => b * b)], values = new double[count], ranks = new double[lane];
        double least = Math.Max(double.MinValue, 2.3e-308 * Math.Max(1, squares.Max()));
        for (int first = 0; first < count; first += lane)
        {
            for (int k = 0; k < lane; k++)
                ranks[k] = Math.Min(first + k, count - 1);
            Vector<double> rank = new(ranks), from = new(low), to = new(high);
            for (int step = 0; step < 200; step++)
            {
                Vector<double> middle = from + ((to - from) * 0.5);
                if (Vector.EqualsAny(middle, from) && Narrow(from, to))
                    break;
                var above = Vector.GreaterThan(Below(diagonal, squares, middle, new(least)), rank);
                to = Vector.ConditionalSelect(above, middle, to);
                from = Vector.ConditionalSelect(above, from, middle);
                if (Narrow(from, to))
                    break;
            }

            for (int k = 0; k < lane && first + k < count; k++)
                values[first + k] = 0.5 * (from[k] + to[k]);
        }

        return values;
    }

    private static bool Narrow(Vector<double> from, Vector<double> to) =>
        Vector.LessThanOrEqualAll(to - from, (Vector.Abs(from) + Vector.Abs(to)) * 2.3e-16 + new Vector<double>(1e-300));

    /// <summary>How many eigenvalues lie below each number: negative pivots of the shifted matrix.</summary>
    private static Vector<double> Below(double[] diagonal, double[] squares, Vector<double> x, Vector<double> least)
    {
        Vector<double> pivot = new(diagonal[0]), count = Vector<double>.Zero;
        pivot -= x;
        for (int i = 0; ; i++)
        {
            pivot = Vector.ConditionalSelect(Vector.LessThan(Vector.Abs(pivot), least), -least, pivot);
            count += Vector.ConditionalSelect(Vector.LessThan(pivot, Vector<double>.Zero), Vector<double>.One, Vector<double>.Zero);
            if (i == diagonal.Length - 1)
                return count;
            pivot = new Vector<double>(diagonal[i + 1]) - x - (new Vector<double>(squares[i]) / pivot);
        }
    }

    /// <summary>Gershgorin's bounds, a little wider.</summary>
    private static (double Low, double High) Bounds(double[] diagonal, double[] beside)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        for (int i = 0; i < diagonal.Length; i++)
        {
            double radius = Math.Abs(beside[i]) + (i > 0 ? Math.Abs(beside[i - 1]) : 0);
            (low, high) = (Math.Min(low, diagonal[i] - radius), Math.Max(high, diagonal[i] + radius));
        }

        double margin = (1e-14 * Math.Max(Math.Abs(low), Math.Abs(high))) + 1e-300;
        return (low - margin, high + margin);
    }
}
