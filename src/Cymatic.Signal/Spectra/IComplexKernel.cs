using System.Numerics;
using System.Runtime.Intrinsics;

namespace Cymatic.Signal;

/// <summary>A complex transform of one length, written for one vector width.</summary>
internal unsafe interface IComplexKernel<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Numbers of scratch memory that <see cref="Run"/> needs.</summary>
    int ScratchLength { get; }

    /// <summary>The transform of x in y. y may be x.</summary>
    void Run(Split<T> x, Split<T> y, T* scratch);
}

/// <summary>Chooses the kernel for a length: here, once, the vector width is decided.</summary>
internal static class ComplexKernels
{
    /// <summary>A kernel for any length of at least 1.</summary>
    public static IComplexKernel<T> Create<T>(int length)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (NeedsConvolution<T>(length))
            return new Bluestein<T>(length);
        int lane = Widest<T>(), prime = Factors.ConvolvedPrime(length, lane);
        (int rows, int columns) = prime > 0 ? (prime, length / prime) : Shape(length, lane);
        int side = Math.Min(rows, columns);
        if (Vector512.IsHardwareAccelerated && side >= Vector512<T>.Count)
            return new SquareTransform<T, Lane512<T>>(rows, columns);
        if (Vector256.IsHardwareAccelerated && side >= Vector256<T>.Count)
            return new SquareTransform<T, Lane256<T>>(rows, columns);
        if (Vector128.IsHardwareAccelerated && side >= Vector128<T>.Count)
            return new SquareTransform<T, Lane128<T>>(rows, columns);
        return new SquareTransform<T, Lane1<T>>(length, 1);
    }

    /// <summary>Whether a length has prime factors that neither radices nor columns of a prime length take.</summary>
    public static bool NeedsConvolution<T>(int length)
        where T : unmanaged => Factors.Radices(length) is null && Factors.ConvolvedPrime(length, Widest<T>()) == 0;

    /// <summary>Numbers in this processor's widest vector.</summary>
    public static int Widest<T>()
        where T : unmanaged =>
        Vector512.IsHardwareAccelerated ? Vector512<T>.Count : Vector256.IsHardwareAccelerated ? Vector256<T>.Count : Vector128<T>.Count;

    /// <summary>length = rows · columns: columns just fill vectors while everything is in the cache, else nearly square.</summary>
    private static (int Rows, int Columns) Shape(int length, int lane)
    {
        bool cached = length <= SquareTransform.CachedLength;
        int best = 1;
        double bestCost = double.PositiveInfinity;
        for (int columns = 1; columns <= length; columns++)
        {
            if (length % columns != 0)
                continue;
            int rows = length / columns;
            double cost = Waste(columns, lane) + Waste(rows, lane)
                + (cached ? 0.001 * columns : Math.Abs(Math.Log((double)rows / columns)));
            if (cost < bestCost)
                (best, bestCost) = (columns, cost);
        }

        return (length / best, best);
    }

    /// <summary>Work for vectors that are only partly used, relative to full ones.</summary>
    private static double Waste(int count, int lane) =>
        count >= lane ? ((count + lane - 1) / lane * lane / (double)count) - 1 : 10.0 * lane / count;
}
