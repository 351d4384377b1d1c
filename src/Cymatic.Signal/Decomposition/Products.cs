using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Cymatic.Signal;

/// <summary>Products AᵀB of padded matrices, on all cores when that pays; the result does not depend on how many there are.</summary>
internal static unsafe class Products
{
    // Rows of A and B that are multiplied at a time: 32 columns of them fit into the first cache.
    private const int Block = 256;
    private const long WorthSharing = 1 << 20;

    /// <summary>target (columns of A × columns of B) = AᵀB.</summary>
    public static void TransposedTimes(PaddedMatrix a, PaddedMatrix b, PaddedMatrix target) =>
        ForColumns(b.Stride, (long)a.PaddedRows * a.Stride * b.Stride, (from, to) => TransposedTimes(a, b, target, from, to));

    /// <summary>The same for some of the columns of B; both bounds are multiples of 16.</summary>
    public static void TransposedTimes(PaddedMatrix a, PaddedMatrix b, PaddedMatrix target, int from, int to)
    {
        if (Vector512.IsHardwareAccelerated)
            Run<Lane512<float>>(a, b, target, from, to);
        else if (Vector256.IsHardwareAccelerated)
            Run<Lane256<float>>(a, b, target, from, to);
        else
            Run<Lane128<float>>(a, b, target, from, to);
    }

    /// <summary>Calls <paramref name="body"/> with ranges of columns that are multiples of 16, at once when the work is large.</summary>
    public static void ForColumns(int columns, long work, Action<int, int> body)
    {
        int parts = (int)Math.Min(Math.Min(Environment.ProcessorCount, 1 + work / WorthSharing), columns / PaddedMatrix.Multiple);
        if (parts <= 1)
        {
            body(0, columns);
            return;
        }

        int blocks = columns / PaddedMatrix.Multiple;
        Parallel.For(0, parts, part => body(
            (int)((long)blocks * part / parts) * PaddedMatrix.Multiple, (int)((long)blocks * (part + 1) / parts) * PaddedMatrix.Multiple));
    }

    private static void Run<TLane>(PaddedMatrix a, PaddedMatrix b, PaddedMatrix target, int from, int to)
        where TLane : unmanaged, ILane<TLane, float>
    {
        int wide = 2 * TLane.Count;
        for (int top = 0; top < a.PaddedRows; top += Block)
        {
            int rows = Math.Min(Block, a.PaddedRows - top);
            int column = from;
            for (; column <= to - wide; column += wide)
                Strip<TLane>(a, b, target, (top, rows, column), second: TLane.Count);
            for (; column < to; column += TLane.Count)
                Strip<TLane>(a, b, target, (top, rows, column), second: 0);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Strip<TLane>(PaddedMatrix a, PaddedMatrix b, PaddedMatrix target, (int Top, int Rows, int Column) at, int second)
        where TLane : unmanaged, ILane<TLane, float>
    {
        for (int row = 0; row < a.Stride; row += 4)
        {
            float* x = a.Data + (nint)at.Top * a.Stride + row, y = b.Data + (nint)at.Top * b.Stride + at.Column;
            Tile<TLane>(x, y, target.Data + (nint)row * target.Stride + at.Column,
                (at.Rows, a.Stride, b.Stride, target.Stride, second, at.Top == 0));
        }
    }

    /// <summary>Four rows of the result, two lanes wide (or one lane twice over, when <c>Second</c> is 0).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile<TLane>(
        float* x, float* y, float* z, (int Rows, int StrideX, int StrideY, int StrideZ, int Second, bool Fresh) size)
        where TLane : unmanaged, ILane<TLane, float>
    {
        float* z1 = z + size.StrideZ, z2 = z1 + size.StrideZ, z3 = z2 + size.StrideZ;
        TLane a0 = TLane.All(0), a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0;
        if (!size.Fresh)
        {
            (a0, a1, a2, a3) = (TLane.Load(z), TLane.Load(z1), TLane.Load(z2), TLane.Load(z3));
            (b0, b1, b2, b3) = (
                TLane.Load(z + size.Second), TLane.Load(z1 + size.Second), TLane.Load(z2 + size.Second), TLane.Load(z3 + size.Second));
        }

        for (int row = 0; row < size.Rows; row++)
        {
            TLane first = TLane.Load(y), second = TLane.Load(y + size.Second);
            TLane w0 = TLane.All(x[0]), w1 = TLane.All(x[1]), w2 = TLane.All(x[2]), w3 = TLane.All(x[3]);
            a0 = TLane.MultiplyAdd(w0, first, a0);
            a1 = TLane.MultiplyAdd(w1, first, a1);
            a2 = TLane.MultiplyAdd(w2, first, a2);
            a3 = TLane.MultiplyAdd(w3, first, a3);
            b0 = TLane.MultiplyAdd(w0, second, b0);
            b1 = TLane.MultiplyAdd(w1, second, b1);
            b2 = TLane.MultiplyAdd(w2, second, b2);
            b3 = TLane.MultiplyAdd(w3, second, b3);
            x += size.StrideX;
            y += size.StrideY;
        }

        a0.Store(z);
        a1.Store(z1);
        a2.Store(z2);
        a3.Store(z3);
        b0.Store(z + size.Second);
        b1.Store(z1 + size.Second);
        b2.Store(z2 + size.Second);
        b3.Store(z3 + size.Second);
    }
}
