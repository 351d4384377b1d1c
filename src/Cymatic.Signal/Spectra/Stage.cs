using System.Numerics;

namespace Cymatic.Signal;

/// <summary>Complex numbers as rows; rows lie <paramref name="stride"/> apart.</summary>
internal readonly unsafe struct Rows<T>(Split<T> at, nint stride)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public readonly Split<T> At = at;
    public readonly nint Stride = stride;
}

/// <summary>The sizes of one Stockham stage over rows of <paramref name="Columns"/> independent transforms.</summary>
/// <param name="Groups">Butterflies that differ in twiddles: the current length divided by the radix.</param>
/// <param name="Inner">Rows that share twiddles: the product of the radices before.</param>
/// <param name="Columns">Numbers in a row.</param>
internal readonly record struct StageShape(int Groups, int Inner, int Columns);

/// <summary>One stage of Stockham's FFT: autosorting, from one place to another.</summary>
/// <remarks>
/// With current length n = radix · groups and inner rows s: y[u + s(r·p + k)] = w_n^(pk) Σ_j x[u + s(p + m·j)] w_r^(jk).
/// Stockham, 1966; Van Loan, "Computational Frameworks for the Fast Fourier Transform", 1992, §1.7.
/// </remarks>
internal static unsafe class Stage<T, TLane, TButterfly>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TLane : unmanaged, ILane<TLane, T>
    where TButterfly : struct, IButterfly<T, TLane>
{
    public static void Run(Rows<T> x, Rows<T> y, StageShape shape, T* twiddles)
    {
        (int groups, int inner, int columns) = shape;
        if (x.Stride == columns && y.Stride == columns)
        {
            // Dense rows: all inner rows are one long row.
            columns *= inner;
            x = new(x.At, columns);
            y = new(y.At, columns);
            inner = 1;
        }

        int radix = TButterfly.Radix;
        nint readStep = x.Stride * inner * groups, writeStep = y.Stride * inner;
        for (int row = 0; row < inner; row++)
            Row<Straight>(new(x.At + (row * x.Stride), readStep), new(y.At + (row * y.Stride), writeStep), columns, twiddles);
        for (int p = 1; p < groups; p++)
        {
            twiddles += 2 * (radix - 1);
            Split<T> from = x.At + (p * inner * x.Stride), to = y.At + (p * radix * inner * y.Stride);
            for (int row = 0; row < inner; row++)
                Row<Turned>(new(from + (row * x.Stride), readStep), new(to + (row * y.Stride), writeStep), columns, twiddles);
        }
    }

    private static void Row<TTwist>(Rows<T> x, Rows<T> y, int columns, T* twiddles)
        where TTwist : ITwist
    {
        // The last vector may overlap the one before: the same numbers are then written twice.
        nint last = columns - TLane.Count;
        for (nint q = 0; q < columns; q += TLane.Count)
        {
            nint at = Math.Min(q, last);
            TButterfly.Apply<TTwist>(new(x.At + at, x.Stride), new(y.At + at, y.Stride), twiddles);
        }
    }
}
