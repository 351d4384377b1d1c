using System.Numerics;
using System.Runtime.Intrinsics;

namespace Cymatic.Signal;

/// <summary>Complex products, element by element.</summary>
internal static unsafe class Product
{
    /// <summary>y[n] = a[n]·b[n]; y may be a or b.</summary>
    public static void Run<T>(Split<T> a, Split<T> b, Split<T> y, int count)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int done = 0;
        if (Vector512.IsHardwareAccelerated)
            done = Run<T, Lane512<T>>(a, b, y, (done, count));
        if (Vector256.IsHardwareAccelerated)
            done = Run<T, Lane256<T>>(a, b, y, (done, count));
        done = Run<T, Lane128<T>>(a, b, y, (done, count));
        Run<T, Lane1<T>>(a, b, y, (done, count));
    }

    private static int Run<T, TLane>(Split<T> a, Split<T> b, Split<T> y, (int Start, int Count) range)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TLane : unmanaged, ILane<TLane, T>
    {
        int n = range.Start;
        for (; n <= range.Count - TLane.Count; n += TLane.Count)
            y.Write(n, a.Read<TLane>(n) * b.Read<TLane>(n));
        return n;
    }
}
