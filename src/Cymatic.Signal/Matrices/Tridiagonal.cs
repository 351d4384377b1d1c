using System.Runtime.Intrinsics;

namespace Cymatic.Signal;

/// <summary>Householder's reduction of a symmetric matrix to a tridiagonal one, and the way back for vectors.</summary>
/// <remarks>
/// Golub and Van Loan, Matrix Computations, section 8.3. Rows are reduced from the last to the first. The update of rank two after one row
/// and
/// the product with the next row's reflector share one pass over the lower triangle, for memory is what this waits for.
/// Large matrices are worked on in two parts, whatever the number of cores, so that results do not depend on it.
/// </remarks>
internal sealed unsafe class Tridiagonal
{
    private const int WorthSharing = 600;
    private readonly double[] _a, _taus;
    private readonly int _n;

    /// <param name="matrix">n × n numbers, of which the lower triangle is read; it becomes the reflectors.</param>
    /// <param name="n">Rows.</param>
    public Tridiagonal(double[] matrix, int n)
    {
        (_a, _n, _taus) = (matrix, n, new double[n]);
        (Diagonal, Beside) = (new double[n], new double[n]);
        Reduce();
    }

    /// <summary>n numbers.</summary>
    public double[] Diagonal { get; }

    /// <summary>Beside[i] stands beside Diagonal[i] and Diagonal[i + 1]; the last is 0.</summary>
    public double[] Beside { get; }

    /// <summary>Turns vectors of the tridiagonal matrix into those of the matrix.</summary>
    public void Restore(double[][] vectors)
    {
        for (int i = 1; i < _n; i++)
        {
            if (_taus[i] == 0)
                continue;
            ReadOnlySpan<double> v = _a.AsSpan(i * _n, i);
            foreach (double[] vector in vectors)
            {
                Span<double> part = vector.AsSpan(0, i);
                double along = System.Numerics.Tensors.TensorPrimitives.Dot<double>(v, part);
                System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(v, -_taus[i] * along, part, part);
            }
        }
    }

    private void Reduce()
    {
        double[] v = new double[_n], w = new double[_n], next = new double[_n], p = new double[_n], q = new double[_n];
        for (int i = _n - 1; i > 0; i--)
        {
            Span<double> row = _a.AsSpan(i * _n, i + 1);
            for (int j = 0; j <= i; j++)
                row[j] -= (v[i] * w[j]) + (w[i] * v[j]);
            Diagonal[i] = row[i];
            (Beside[i - 1], _taus[i]) = Reflector(row[..i]);
            row[..i].CopyTo(next);
            Pass(i, (v, w, next), (p, q));
            double along = 0;
            for (int j = 0; j < i; j++)
                along += (p[j] *= _taus[i]) * next[j];
            for (int j = 0; j < i; j++)
                w[j] = p[j] - (0.5 * _taus[i] * along * next[j]);
            (v, next) = (next, v);
        }

        Diagonal[0] = _a[0] - (2 * v[0] * w[0]);
    }

    /// <summary>Makes x the vector v, ending in 1, of the reflection I − τ v vᵀ that leaves only x's last number; returns that and
    /// τ.</summary>
    private static (double Left, double Tau) Reflector(Span<double> x)
    {
        double alpha = x[^1], rest = System.Numerics.Tensors.TensorPrimitives.Norm<double>(x[..^1]);
        x[^1] = 1;
        if (rest == 0)
            return (alpha, 0);
        double beta = -Math.CopySign(Math.Sqrt((alpha * alpha) + (rest * rest)), alpha);
        System.Numerics.Tensors.TensorPrimitives.Multiply(x[..^1], 1 / (alpha - beta), x[..^1]);
        return (beta, (beta - alpha) / beta);
    }

    /// <summary>A −= v wᵀ + w vᵀ and p = A x in the leading i rows.</summary>
    private void Pass(int i, (double[] V, double[] W, double[] X) vectors, (double[] P, double[] Q) sums)
    {
        Array.Clear(sums.P, 0, i);
        if (i < WorthSharing)
        {
            Pass((0, i), vectors, sums.P);
            return;
        }

        Array.Clear(sums.Q, 0, i);
        int half = (int)(i * 0.7071) & ~1;
        Parallel.For(0, 2, part => Pass(part == 0 ? (0, half) : (half, i), vectors, part == 0 ? sums.P : sums.Q));
        System.Numerics.Tensors.TensorPrimitives.Add(sums.P.AsSpan(0, i), sums.Q.AsSpan(0, i), sums.P.AsSpan(0, i));
    }

    private void Pass((int From, int To) rows, (double[] V, double[] W, double[] X) vectors, double[] sums)
    {
        fixed (double* a = _a, v = vectors.V, w = vectors.W, x = vectors.X, p = sums)
        {
            if (Vector512.IsHardwareAccelerated)
                Pass<Lane512<double>>(a, rows, ((nint)v, (nint)w, (nint)x), p);
            else if (Vector256.IsHardwareAccelerated)
                Pass<Lane256<double>>(a, rows, ((nint)v, (nint)w, (nint)x), p);
            else
                Pass<Lane128<double>>(a, rows, ((nint)v, (nint)w, (nint)x), p);
        }
    }

    private void Pass<TLane>(double* a, (int From, int To) rows, (nint V, nint W, nint X) at, double* p)
        where TLane : unmanaged, ILane<TLane, double>
    {
        int r = rows.From;
        for (; r + 1 < rows.To; r += 2)
            Two<TLane>(a + ((nint)r * _n), r, at, p);
        if (r < rows.To)
            Rest(a + ((nint)r * _n), (0, r), at, p);
    }

    /// <summary>Two rows at a time read the vectors once for both.</summary>
    private void Two<TLane>(double* row, int r, (nint V, nint W, nint X) at, double* p)
        where TLane : unmanaged, ILane<TLane, double>
    {
        double* v = (double*)at.V, w = (double*)at.W, x = (double*)at.X, below = row + _n;
        TLane v0 = TLane.All(v[r]), w0 = TLane.All(w[r]), x0 = TLane.All(x[r]), v1 = TLane.All(v[r + 1]), w1 = TLane.All(w[r + 1]),
            x1 = TLane.All(x[r + 1]);
        TLane sum0 = TLane.All(0), sum1 = sum0;
        int j = 0;
        for (; j <= r - TLane.Count; j += TLane.Count)
        {
            TLane vj = TLane.Load(v + j), wj = TLane.Load(w + j), xj = TLane.Load(x + j);
            TLane a0 = TLane.SubtractProduct(v0, wj, TLane.SubtractProduct(w0, vj, TLane.Load(row + j)));
            TLane a1 = TLane.SubtractProduct(v1, wj, TLane.SubtractProduct(w1, vj, TLane.Load(below + j)));
            a0.Store(row + j);
            a1.Store(below + j);
            (sum0, sum1) = (TLane.MultiplyAdd(a0, xj, sum0), TLane.MultiplyAdd(a1, xj, sum1));
            TLane.MultiplyAdd(a0, x0, TLane.MultiplyAdd(a1, x1, TLane.Load(p + j))).Store(p + j);
        }

        p[r] += TLane.Sum(sum0);
        p[r + 1] += TLane.Sum(sum1);
        Rest(row, (j, r), at, p);
        Rest(below, (j, r + 1), at, p);
    }

    /// <summary>The numbers of a row from a column up to the diagonal.</summary>
    private static void Rest(double* row, (int From, int Diagonal) columns, (nint V, nint W, nint X) at, double* p)
    {
        double* v = (double*)at.V, w = (double*)at.W, x = (double*)at.X;
        int r = columns.Diagonal;
        double sum = 0;
        for (int j = columns.From; j < r; j++)
        {
            row[j] -= (v[r] * w[j]) + (w[r] * v[j]);
            sum += row[j] * x[j];
            p[j] += row[j] * x[r];
        }

        row[r] -= 2 * v[r] * w[r];
        p[r] += sum + (row[r] * x[r]);
    }
}
