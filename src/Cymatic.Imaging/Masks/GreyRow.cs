using System.Numerics;
using System.Runtime.CompilerServices;

namespace Cymatic.Imaging;

/// <summary>Rows of grey values as rows of opaque pixels.</summary>
internal static class GreyRow
{
    public static void Show(ReadOnlySpan<byte> grey, Span<uint> pixels)
    {
        int lanes = Vector<uint>.Count, i = 0;
        for (; i <= grey.Length - (4 * lanes); i += 4 * lanes)
        {
            Vector.Widen(new Vector<byte>(grey[i..]), out Vector<ushort> low, out Vector<ushort> high);
            Vector.Widen(low, out Vector<uint> a, out Vector<uint> b);
            Vector.Widen(high, out Vector<uint> c, out Vector<uint> d);
            Pixels(a).CopyTo(pixels[i..]);
            Pixels(b).CopyTo(pixels[(i + lanes)..]);
            Pixels(c).CopyTo(pixels[(i + (2 * lanes))..]);
            Pixels(d).CopyTo(pixels[(i + (3 * lanes))..]);
        }

        for (; i < grey.Length; i++)
            pixels[i] = 0xFF000000 | (grey[i] * 0x010101u);
    }

    public static void Show(ReadOnlySpan<float> grey, Span<uint> pixels)
    {
        int lanes = Vector<uint>.Count, i = 0;
        for (; i <= grey.Length - lanes; i += lanes)
            Pixels(Vector.AsVectorUInt32(Vector.ConvertToInt32Native(Limit(new Vector<float>(grey[i..]))))).CopyTo(pixels[i..]);
        for (; i < grey.Length; i++)
            pixels[i] = 0xFF000000 | ((uint)Limit(grey[i]) * 0x010101u);
    }

    /// <summary>Grey values of 0 … 1 as bytes, limited and rounded; NaN is 0.</summary>
    public static void ToBytes(ReadOnlySpan<float> grey, Span<byte> bytes)
    {
        for (int i = 0; i < grey.Length; i++)
            bytes[i] = (byte)Limit(grey[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<uint> Pixels(Vector<uint> grey) => new Vector<uint>(0xFF000000) | (grey << 16) | (grey << 8) | grey;

    // A comparison with NaN is false: it becomes 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Limit(Vector<float> grey)
    {
        Vector<float> scaled = (grey * 255) + new Vector<float>(0.5f);
        scaled = Vector.ConditionalSelect(Vector.GreaterThan(scaled, Vector<float>.Zero), scaled, Vector<float>.Zero);
        return Vector.ConditionalSelect(Vector.LessThan(scaled, new Vector<float>(255)), scaled, new Vector<float>(255));
    }

    private static float Limit(float grey) => grey > 0 ? Math.Min((grey * 255) + 0.5f, 255) : 0;
}
