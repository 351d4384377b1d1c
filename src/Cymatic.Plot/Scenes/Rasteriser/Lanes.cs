using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Cymatic.Plot;

/// <summary>What eight samples do at once.</summary>
internal static unsafe class Lanes
{
    /// <summary>1 / √x to five digits, the same on every processor, whose own estimates differ.</summary>
    /// <remarks>A guess from the exponent, and two steps of Newton's method (Lomont, "Fast inverse square root", 2003).</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> InverseRoot(Vector256<float> x)
    {
        Vector256<float> half = x * 0.5f, three = Vector256.Create(1.5f);
        Vector256<float> y = (Vector256.Create(0x5F375A86) - (x.AsInt32() >> 1)).AsSingle();
        y *= Fused(-half * y, y, three);
        return y * Fused(-half * y, y, three);
    }

    /// <summary>A whole power from 1 on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Power(Vector256<float> x, int exponent)
    {
        Vector256<float> power = Vector256<float>.One;
        while (true)
        {
            if ((exponent & 1) != 0)
                power *= x;
            exponent >>= 1;
            if (exponent == 0)
                return power;
            x *= x;
        }
    }

    /// <summary>Entries of a table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<int> Gather(int* table, Vector256<int> places)
    {
        if (Avx2.IsSupported)
            return Avx2.GatherVector256(table, places, 4);
        int* entries = stackalloc int[8];
        for (int lane = 0; lane < 8; lane++)
            entries[lane] = table[places[lane]];
        return Vector256.Load(entries);
    }

    /// <summary>A part of colours 0xAARRGGBB as 0 to 255.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Part(Vector256<int> colors, int shift) =>
        Vector256.ConvertToSingle((colors >>> shift) & Vector256.Create(0xFF));

    /// <summary>Colours 0xAARRGGBB of parts from 0 to 255; what lies outside is cut.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<int> Pack(Vector256<float> alpha, Vector256<float> red, Vector256<float> green, Vector256<float> blue) =>
        (Byte(alpha) << 24) | (Byte(red) << 16) | (Byte(green) << 8) | Byte(blue);

    /// <summary>Whether samples lie inside of an edge: dx · y − dy · x with the exact sign.</summary>
    /// <remarks>
    /// Kahan's difference of products is wrong by 1.5 units in the last place at most (Jeannerod, Louvet and Muller, Math. Comp. 82,
    /// 2013): it is 0 only where the exact difference is.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Edge(Vector256<float> dx, Vector256<float> dy, Vector256<float> x, Vector256<float> y)
    {
        Vector256<float> product = dy * x, lost = Vector256.FusedMultiplyAdd(-dy, x, product);
        return Vector256.FusedMultiplyAdd(dx, y, -product) + lost;
    }

    /// <summary>a · b + c, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Fused(Vector256<float> a, Vector256<float> b, Vector256<float> c) =>
        Vector256.FusedMultiplyAdd(a, b, c);

    /// <summary>Cuts at both ends; what is no number stays none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Cut(Vector256<float> x, float least, float greatest) =>
        Vector256.MinNative(Vector256.MaxNative(x, Vector256.Create(least)), Vector256.Create(greatest));

    private static Vector256<int> Byte(Vector256<float> part) => Vector256.ConvertToInt32Native(Cut(part, 0, 255) + Vector256.Create(0.5f));
}
