using System.Runtime.Intrinsics;

namespace Cymatic.Signal;

/// <summary>Squared Euclidean distances of a row from rows: sums of squared differences, so that near rows keep their digits.</summary>
internal static unsafe class Distances
{
    /// <summary>target[i] = |query − row i|² for all rows from the first on.</summary>
    public static void Squared(ReadOnlySpan<float> query, DenseMatrix rows, Span<float> target, int first = 0)
    {
        if (Vector512.IsHardwareAccelerated)
            Run<Lane512<float>>(query, rows, target, first);
        else if (Vector256.IsHardwareAccelerated)
            Run<Lane256<float>>(query, rows, target, first);
        else
            Run<Lane128<float>>(query, rows, target, first);
    }

    private static void Run<TLane>(ReadOnlySpan<float> query, DenseMatrix rows, Span<float> target, int first)
        where TLane : unmanaged, ILane<TLane, float>
    {
        int columns = query.Length, row = 0;
        fixed (float* x = query, values = rows.Values)
        {
            float* y = values + ((nint)first * columns);
            for (; row <= target.Length - 4; row += 4, y += 4 * columns)
                Four<TLane>(x, y, columns, target[row..]);
            for (; row < target.Length; row++, y += columns)
                target[row] = One<TLane>(x, y, columns);
        }
    }

    private static void Four<TLane>(float* x, float* y, int columns, Span<float> target)
        where TLane : unmanaged, ILane<TLane, float>
    {
        float* y1 = y + columns, y2 = y1 + columns, y3 = y2 + columns;
        TLane a = TLane.All(0), b = a, c = a, d = a;
        int k = 0;
        for (; k <= columns - TLane.Count; k += TLane.Count)
        {
            TLane q = TLane.Load(x + k), da = TLane.Load(y + k) - q, db = TLane.Load(y1 + k) - q, dc = TLane.Load(y2 + k) - q,
                dd = TLane.Load(y3 + k) - q;
            (a, b) = (TLane.MultiplyAdd(da, da, a), TLane.MultiplyAdd(db, db, b));
            (c, d) = (TLane.MultiplyAdd(dc, dc, c), TLane.MultiplyAdd(dd, dd, d));
        }

        (target[0], target[1]) = (TLane.Sum(a) + Rest(x, y, k, columns), TLane.Sum(b) + Rest(x, y1, k, columns));
        (target[2], target[3]) = (TLane.Sum(c) + Rest(x, y2, k, columns), TLane.Sum(d) + Rest(x, y3, k, columns));
    }

    private static float One<TLane>(float* x, float* y, int columns)
        where TLane : unmanaged, ILane<TLane, float>
    {
        TLane a = TLane.All(0);
        int k = 0;
        for (; k <= columns - TLane.Count; k += TLane.Count)
        {
            TLane difference = TLane.Load(y + k) - TLane.Load(x + k);
            a = TLane.MultiplyAdd(difference, difference, a);
        }

        return TLane.Sum(a) + Rest(x, y, k, columns);
    }

    private static float Rest(float* x, float* y, int k, int columns)
    {
        float sum = 0;
        for (; k < columns; k++)
            sum += (y[k] - x[k]) * (y[k] - x[k]);
        return sum;
    }
}
