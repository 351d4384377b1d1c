using System.Numerics;
using System.Runtime.CompilerServices;

namespace Cymatic.Imaging;

/// <summary>
/// Arithmetic of premultiplied pixels in vectors of any width: bytes 0 and 2, and bytes 1 and 3, of each pixel are two vectors of 16-bit
/// numbers, so nothing is widened or shuffled.
/// </summary>
internal static class PixelLanes
{
    private const uint EvenBytes = 0x00FF00FF;

    // 2³² / alpha, rounded up: quotients of 17-bit numbers by it are exact.
    private static readonly ulong[] Reciprocals =
        [.. Enumerable.Range(0, 256).Select(alpha => alpha == 0 ? 0 : ((1UL << 32) / (ulong)alpha) + 1)];

    /// <summary>Alpha of each pixel, twice: a factor for scaling.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<ushort> Alpha(Vector<uint> pixels) => Twice(pixels >>> 24);

    /// <summary>A number of each pixel, twice: a factor for scaling.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<ushort> Twice(Vector<uint> number) => Vector.AsVectorUInt16(number | (number << 16));

    /// <summary>Every byte times its factor, 0 … 255, over 255, rounded exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<uint> Scale(Vector<uint> pixels, Vector<ushort> factor)
    {
        Vector<uint> even = pixels & new Vector<uint>(EvenBytes), odd = (pixels >>> 8) & new Vector<uint>(EvenBytes);
        Vector<ushort> low = DivideBy255(Vector.AsVectorUInt16(even) * factor), high = DivideBy255(Vector.AsVectorUInt16(odd) * factor);
        return Vector.AsVectorUInt32(low) | (Vector.AsVectorUInt32(high) << 8);
    }

    /// <summary>Source over target.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<uint> Over(Vector<uint> source, Vector<uint> target)
    {
        Vector<uint> below = Scale(target, new Vector<ushort>(255) - Alpha(source));
        return Vector.AsVectorUInt32(Vector.AddSaturate(Vector.AsVectorByte(source), Vector.AsVectorByte(below)));
    }

    /// <summary>(one·(256 − amount) + other·amount) / 256, rounded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<uint> Mix(Vector<uint> one, Vector<uint> other, Vector<ushort> amount)
    {
        Vector<ushort> rest = new Vector<ushort>(256) - amount, half = new(128);
        Vector<ushort> low = ((Even(one) * rest) + (Even(other) * amount) + half) >>> 8;
        Vector<ushort> high = (Even(one >>> 8) * rest) + (Even(other >>> 8) * amount) + half;
        return Vector.AsVectorUInt32(low) | (Vector.AsVectorUInt32(high) & new Vector<uint>(~EvenBytes));
    }

    /// <summary>One pixel's bytes times a factor, 0 … 255, over 255, rounded exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Scale(uint pixel, uint factor)
    {
        uint even = ((pixel & EvenBytes) * factor) + 0x00800080, odd = (((pixel >> 8) & EvenBytes) * factor) + 0x00800080;
        even = ((even + ((even >> 8) & EvenBytes)) >> 8) & EvenBytes;
        odd = (odd + ((odd >> 8) & EvenBytes)) & ~EvenBytes;
        return even | odd;
    }

    /// <summary>The straight part, 0 … 255, of a premultiplied part and its alpha; 0 of alpha 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Straight(uint part, uint alpha) =>
        Math.Min(255, (uint)((((part * 255) + (alpha >> 1)) * Reciprocals[(byte)alpha]) >> 32));

    /// <summary>One pixel over another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Over(uint source, uint target)
    {
        uint below = Scale(target, 255 - (source >> 24)), even = (source & EvenBytes) + (below & EvenBytes);
        uint odd = ((source >> 8) & EvenBytes) + ((below >> 8) & EvenBytes);
        return Limit(even) | (Limit(odd) << 8);
    }

    /// <summary>(one·(256 − amount) + other·amount) / 256, rounded, of one pixel.</summary>
    public static uint Mix(uint one, uint other, uint amount)
    {
        uint even = ((one & EvenBytes) * (256 - amount)) + ((other & EvenBytes) * amount) + 0x00800080;
        uint odd = (((one >> 8) & EvenBytes) * (256 - amount)) + (((other >> 8) & EvenBytes) * amount) + 0x00800080;
        return ((even >> 8) & EvenBytes) | (odd & ~EvenBytes);
    }

    // Exact rounding of x / 255 for x up to 255².
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<ushort> DivideBy255(Vector<ushort> x)
    {
        Vector<ushort> t = x + new Vector<ushort>(128);
        return (t + (t >>> 8)) >>> 8;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<ushort> Even(Vector<uint> pixels) => Vector.AsVectorUInt16(pixels & new Vector<uint>(EvenBytes));

    // Colour above alpha is no premultiplied pixel, but must not run into its neighbour: 256 and more become 255.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Limit(uint pair)
    {
        uint over = (pair >> 8) & 0x00010001;
        return (pair | (over * 255)) & EvenBytes;
    }
}
