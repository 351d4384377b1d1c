using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Cymatic.Signal;

/// <summary>Scalar products of all rows of one matrix with all rows of another: A·Bᵀ in float32, on the caller's thread.</summary>
/// <remarks>
/// Two lanes of rows of B are transposed into a panel that stays in the first cache, and six rows of A pass over it at a time: the
/// register tile of Goto and van de Geijn, "Anatomy of high-performance matrix multiplication", ACM TOMS 34(3), 2008.
/// </remarks>
public static unsafe class RowProducts
{
    /// <summary>products[i · rows of B + j] = Σₖ a[i, k] · b[j, k].</summary>
    /// <param name="a">Rows × columns.</param>
    /// <param name="b">Rows × columns.</param>
    /// <param name="columns">Numbers in each row, at least 1.</param>
    /// <param name="products">Rows of A × rows of B.</param>
    /// <exception cref="ArgumentException">The sizes do not fit.</exception>
    public static void Of(ReadOnlySpan<float> a, ReadOnlySpan<float> b, int columns, Span<float> products)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        int rowsA = a.Length / columns, rowsB = b.Length / columns;
        if (rowsA * columns != a.Length || rowsB * columns != b.Length || (long)rowsA * rowsB != products.Length)
            throw new ArgumentException(
                $"{a.Length} and {b.Length} numbers in rows of {columns} do not have {products.Length} products.", nameof(products));
        fixed (float* x = a, y = b, z = products)
        {
            var sizes = new Sizes(x, rowsA, y, rowsB, z, columns);
            if (Vector512.IsHardwareAccelerated)
                Run<Lane512<float>>(sizes);
            else if (Vector256.IsHardwareAccelerated)
                Run<Lane256<float>>(sizes);
            else
                Run<Lane128<float>>(sizes);
        }
    }

    private static void Run<TLane>(Sizes s)
        where TLane : unmanaged, ILane<TLane, float>
    {
        int wide = 2 * TLane.Count;
        using var scratch = new Scratch<float>(wide * (s.Columns + 6));
        fixed (float* memory = scratch)
        {
            float* panel = Scratch<float>.Aligned(memory), last = panel + (wide * s.Columns);
            for (int column = 0; column < s.RowsB; column += wide)
            {
                int rows = Math.Min(wide, s.RowsB - column);
                if (rows < wide)
                    new Span<float>(panel, wide * s.Columns).Clear();
                Transposition<TLane>.Run(new Plane(s.B + ((nint)column * s.Columns), s.Columns), new Plane(panel, wide), rows, s.Columns);
                if (rows == wide)
                    Rows<TLane>(s, panel, s.C + column, s.RowsB);
                else
                    LastRows<TLane>(s, panel, last, (column, rows));
            }
        }
    }

    private static void Rows<TLane>(Sizes s, float* panel, float* c, nint stride)
        where TLane : unmanaged, ILane<TLane, float>
    {
        int row = 0;
        for (; row <= s.RowsA - 6; row += 6)
            Six<TLane>(s.A + ((nint)row * s.Columns), panel, s.Columns, c + (row * stride), stride);
        for (; row < s.RowsA; row++)
            One<TLane>(s.A + ((nint)row * s.Columns), panel, s.Columns, c + (row * stride));
    }

    /// <summary>A panel that is not full: its products go to their places by way of <paramref name="six"/> rows.</summary>
    private static void LastRows<TLane>(Sizes s, float* panel, float* six, (int Column, int Count) at)
        where TLane : unmanaged, ILane<TLane, float>
    {
        int wide = 2 * TLane.Count;
        for (int row = 0; row < s.RowsA; row += 6)
        {
            int rows = Math.Min(6, s.RowsA - row);
            if (rows == 6)
                Six<TLane>(s.A + ((nint)row * s.Columns), panel, s.Columns, six, wide);
            for (int i = 0; i < rows; i++)
            {
                if (rows < 6)
                    One<TLane>(s.A + ((nint)(row + i) * s.Columns), panel, s.Columns, six + (i * wide));
                new ReadOnlySpan<float>(six + (i * wide), at.Count).CopyTo(
                    new Span<float>(s.C + ((nint)(row + i) * s.RowsB) + at.Column, at.Count));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Six<TLane>(float* a, float* panel, int columns, float* c, nint stride)
        where TLane : unmanaged, ILane<TLane, float>
    {
        float* a1 = a + columns, a2 = a1 + columns, a3 = a2 + columns, a4 = a3 + columns, a5 = a4 + columns;
        TLane p0 = TLane.All(0), p1 = p0, p2 = p0, p3 = p0, p4 = p0, p5 = p0, q0 = p0, q1 = p0, q2 = p0, q3 = p0, q4 = p0, q5 = p0;
        for (int k = 0; k < columns; k++, panel += 2 * TLane.Count)
        {
            TLane x = TLane.Load(panel), y = TLane.Load(panel + TLane.Count), w = TLane.Broadcast(a + k);
            (p0, q0) = (TLane.MultiplyAdd(w, x, p0), TLane.MultiplyAdd(w, y, q0));
            w = TLane.Broadcast(a1 + k);
            (p1, q1) = (TLane.MultiplyAdd(w, x, p1), TLane.MultiplyAdd(w, y, q1));
            w = TLane.Broadcast(a2 + k);
            (p2, q2) = (TLane.MultiplyAdd(w, x, p2), TLane.MultiplyAdd(w, y, q2));
            w = TLane.Broadcast(a3 + k);
            (p3, q3) = (TLane.MultiplyAdd(w, x, p3), TLane.MultiplyAdd(w, y, q3));
            w = TLane.Broadcast(a4 + k);
            (p4, q4) = (TLane.MultiplyAdd(w, x, p4), TLane.MultiplyAdd(w, y, q4));
            w = TLane.Broadcast(a5 + k);
            (p5, q5) = (TLane.MultiplyAdd(w, x, p5), TLane.MultiplyAdd(w, y, q5));
        }

        Store(p0, q0, c);
        Store(p1, q1, c + stride);
        Store(p2, q2, c + (2 * stride));
        Store(p3, q3, c + (3 * stride));
        Store(p4, q4, c + (4 * stride));
        Store(p5, q5, c + (5 * stride));
    }

    private static void One<TLane>(float* a, float* panel, int columns, float* c)
        where TLane : unmanaged, ILane<TLane, float>
    {
        TLane p = TLane.All(0), q = p;
        for (int k = 0; k < columns; k++, panel += 2 * TLane.Count)
        {
            TLane w = TLane.Broadcast(a + k);
            (p, q) = (TLane.MultiplyAdd(w, TLane.Load(panel), p), TLane.MultiplyAdd(w, TLane.Load(panel + TLane.Count), q));
        }

        Store(p, q, c);
    }

    private static void Store<TLane>(TLane p, TLane q, float* c)
        where TLane : unmanaged, ILane<TLane, float>
    {
        p.Store(c);
        q.Store(c + TLane.Count);
    }

    private readonly struct Sizes(float* a, int rowsA, float* b, int rowsB, float* c, int columns)
    {
        public readonly float* A = a, B = b, C = c;
        public readonly int RowsA = rowsA, RowsB = rowsB, Columns = columns;
    }
}
