using System.Buffers;
using System.Numerics;

namespace Cymatic.Signal;

/// <summary>What transforms the columns of a matrix, many at once.</summary>
internal unsafe interface IColumnTransform<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Rows of the matrix.</summary>
    int Length { get; }

    /// <summary>How many times the data are read and written; the last time from scratch A when it is even, so that y may be B.</summary>
    int Stages { get; }

    /// <summary>Transforms each column of x into y; a and b are dense scratch matrices of the same size.</summary>
    void Run(Rows<T> x, Rows<T> y, int columns, (Split<T> A, Split<T> B) scratch);
}

/// <summary>Transforms down columns of a prime length p, as convolutions of length p − 1.</summary>
/// <remarks>
/// Rader, Proc. IEEE 56, 1968: with a primitive root g, X[g^−q] = x[0] + Σ_r x[g^r] w^(g^(r − q)), a cyclic convolution. Reordering rows
/// costs nothing but copies, and two transforms of p − 1 are half the work of Bluestein's of twice the whole length.
/// </remarks>
internal sealed unsafe class Rader<T, TLane> : IColumnTransform<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TLane : unmanaged, ILane<TLane, T>
{
    private readonly Stockham<T, TLane> _convolution;
    private readonly int[] _from, _to;
    private readonly T[] _filter;

    public Rader(int prime)
    {
        Length = prime;
        _convolution = new(prime - 1);
        int root = Factors.PrimitiveRoot(prime), order = prime - 1;
        (_from, _to, _filter) = (new int[order], new int[order], new T[2 * order]);
        long power = 1;
        for (int q = 0; q < order; q++, power = power * root % prime)
            (_from[q], _to[(order - q) % order]) = ((int)power, (int)power);

        double[] re = new double[order], im = new double[order];
        var roots = new Roots(prime);
        for (int q = 0; q < order; q++)
            (re[q], im[q]) = roots[_to[q]];
        Fft.Shared<double>(order).Forward(re, im, re, im);
        for (int q = 0; q < order; q++)
            (_filter[2 * q], _filter[(2 * q) + 1]) = (T.CreateChecked(re[q] / order), T.CreateChecked(im[q] / order));
    }

    public int Length { get; }

    public int Stages => 1;

    public void Run(Rows<T> x, Rows<T> y, int columns, (Split<T> A, Split<T> B) scratch)
    {
        int order = Length - 1, size = Length * columns;
        T[] rented = ArrayPool<T>.Shared.Rent(2 * size);
        fixed (T* memory = rented)
        {
            // The last row keeps x[0], which is added to every result, and becomes X[0].
            var powers = new Split<T>(memory, memory + size);
            Split<T> first = powers + ((nint)order * columns);
            Copy(x.At, first, columns);
            for (int q = 0; q < order; q++)
                Copy(x.At + (_from[q] * x.Stride), powers + ((nint)q * columns), columns);
            var dense = new Rows<T>(powers, columns);
            _convolution.Run(dense, dense, columns, scratch);
            Filter(powers, first, scratch.A, columns);
            for (int c = 0; c < columns; c++)
                (first.Re[c], first.Im[c]) = (first.Re[c] + powers.Re[c], first.Im[c] + powers.Im[c]);
            var swapped = new Rows<T>(powers.Swapped, columns);
            _convolution.Run(new(scratch.A.Swapped, columns), swapped, columns, (scratch.B.Swapped, scratch.A.Swapped));
            Copy(first, y.At, columns);
            for (int q = 0; q < order; q++)
                Copy(powers + ((nint)q * columns), y.At + (_to[q] * y.Stride), columns);
        }

        ArrayPool<T>.Shared.Return(rented);
    }

    private void Filter(Split<T> x, Split<T> first, Split<T> y, int columns)
    {
        fixed (T* filter = _filter)
        {
            nint last = columns - TLane.Count;
            for (int q = 0; q < Length - 1; q++)
            {
                Cx<T, TLane> factor = Cx<T, TLane>.Broadcast(filter + (2 * q));
                for (nint c = 0; c < columns; c += TLane.Count)
                {
                    nint at = ((nint)q * columns) + Math.Min(c, last);
                    Cx<T, TLane> product = x.Read<TLane>(at) * factor;
                    y.Write(at, q == 0 ? product + first.Read<TLane>(Math.Min(c, last)) : product);
                }
            }
        }
    }

    private static void Copy(Split<T> x, Split<T> y, int count)
    {
        new Span<T>(x.Re, count).CopyTo(new Span<T>(y.Re, count));
        new Span<T>(x.Im, count).CopyTo(new Span<T>(y.Im, count));
    }
}
