using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Cymatic.Imaging;

/// <summary>A pixel between pixels.</summary>
internal unsafe interface IPixelSampler
{
    /// <summary>Pixels that it looks at, in each direction.</summary>
    static abstract int Size { get; }

    /// <summary>Which of them lies at or before the position.</summary>
    static abstract int Before { get; }

    /// <summary>How much is added to a position before its whole part is taken, in pixels.</summary>
    static abstract double Shift { get; }

    /// <summary>The premultiplied pixel at a position.</summary>
    /// <param name="corner">The first of Size × Size pixels.</param>
    /// <param name="stride">Bytes from row to row.</param>
    /// <param name="fraction">How far right and down of the one before, in 1/256 pixel.</param>
    static abstract uint At(byte* corner, nint stride, (int X, int Y) fraction);
}

internal readonly unsafe struct NearestSampler : IPixelSampler
{
    public static int Size => 1;

    public static int Before => 0;

    public static double Shift => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint At(byte* corner, nint stride, (int X, int Y) fraction) => *(uint*)corner;
}

internal readonly unsafe struct BilinearSampler : IPixelSampler
{
    public static int Size => 2;

    public static int Before => 0;

    // Pixels are their middles.
    public static double Shift => -0.5;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint At(byte* corner, nint stride, (int X, int Y) fraction)
    {
        Vector128<ushort> upper = Vector128.WidenLower(Vector128.CreateScalarUnsafe(*(ulong*)corner).AsByte());
        Vector128<ushort> lower = Vector128.WidenLower(Vector128.CreateScalarUnsafe(*(ulong*)(corner + stride)).AsByte());
        Vector128<ushort> half = Vector128.Create((ushort)128);
        Vector128<ushort> pair = ((upper * (ushort)(256 - fraction.Y)) + (lower * (ushort)fraction.Y) + half) >>> 8;
        // Four times the left pixel's weight, four times the right one's.
        const ulong Four = 0x0001000100010001;
        Vector128<ushort> weighted = pair * Vector128.Create((uint)(256 - fraction.X) * Four, (uint)fraction.X * Four).AsUInt16();
        Vector128<ushort> right = Vector128.Shuffle(weighted.AsUInt64(), Vector128.Create(1ul, 1)).AsUInt16();
        Vector128<ushort> sum = (weighted + right + half) >>> 8;
        return Vector128.Narrow(sum, sum).AsUInt32().ToScalar();
    }
}

internal readonly unsafe struct BicubicSampler : IPixelSampler
{
    private const int Bits = 14;

    // Four weights for each of 256 fractions.
    private static readonly short[] Weights = MakeWeights();

    public static int Size => 4;

    public static int Before => 1;

    public static double Shift => -0.5;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint At(byte* corner, nint stride, (int X, int Y) fraction)
    {
        ref short weights = ref MemoryMarshal.GetArrayDataReference(Weights);
        ref int across = ref Unsafe.As<short, int>(ref Unsafe.Add(ref weights, fraction.X * 4));
        ref short down = ref Unsafe.Add(ref weights, fraction.Y * 4);
        Vector128<short> first = Vector128.Create(across).AsInt16(), other = Vector128.Create(Unsafe.Add(ref across, 1)).AsInt16();
        Vector128<int> sum = Vector128.Create(1 << (Bits + 5));
        for (int row = 0; row < 4; row++)
        {
            Vector128<byte> four = Vector128.Load(corner + (row * stride));
            Vector128<int> line = ByteLanes.MultiplyAddPairs(
                Vector128.Shuffle(four, Vector128.Create((byte)0, 99, 4, 99, 1, 99, 5, 99, 2, 99, 6, 99, 3, 99, 7, 99)).AsInt16(), first);
            line += ByteLanes.MultiplyAddPairs(
                Vector128.Shuffle(four, Vector128.Create((byte)8, 99, 12, 99, 9, 99, 13, 99, 10, 99, 14, 99, 11, 99, 15, 99)).AsInt16(),
                other);
            // Six binary digits after the point: sums of 14 + 14 and eight would not fit.
            sum += ((line + Vector128.Create(128)) >> 8) * Unsafe.Add(ref down, row);
        }

        sum >>= Bits + 6;
        uint pixel = ByteLanes.Pack((sum, sum, sum, sum)).AsUInt32().ToScalar();
        return LimitToAlpha(pixel);
    }

    private static uint LimitToAlpha(uint pixel)
    {
        uint alpha = pixel >> 24;
        uint red = Math.Min((pixel >> 16) & 255, alpha), green = Math.Min((pixel >> 8) & 255, alpha);
        return (alpha << 24) | (red << 16) | (green << 8) | Math.Min(pixel & 255, alpha);
    }

    private static short[] MakeWeights()
    {
        var weights = new short[256 * 4];
        for (int i = 0; i < 256; i++)
        {
            double fraction = i / 256.0;
            for (int k = 0; k < 4; k++)
                weights[(4 * i) + k] = (short)Math.Round(FilterKernel.Cubic(Math.Abs(k - 1 - fraction)) * (1 << Bits));
            weights[(4 * i) + 1] += (short)(
                (1 << Bits) - weights[4 * i] - weights[(4 * i) + 1] - weights[(4 * i) + 2] - weights[(4 * i) + 3]);
        }

        return weights;
    }
}
