using System.Numerics;
using System.Runtime.CompilerServices;

namespace Cymatic.Imaging;

/// <summary>A colour matrix on rows of premultiplied pixels: what it adds is multiplied by alpha, results stay in 0 … alpha.</summary>
internal static class ColorMatrixRow
{
    public static void Apply(ColorMatrix matrix, Span<uint> pixels)
    {
        int lanes = Vector<uint>.Count, i = 0;
        for (; i <= pixels.Length - lanes; i += lanes)
            Apply(matrix.Rows, new Vector<uint>(pixels[i..])).CopyTo(pixels[i..]);
        if (i == pixels.Length)
            return;
        Span<uint> rest = stackalloc uint[lanes];
        pixels[i..].CopyTo(rest);
        Apply(matrix.Rows, new Vector<uint>(rest)).CopyTo(rest);
        rest[..(pixels.Length - i)].CopyTo(pixels[i..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<uint> Apply(ReadOnlySpan<float> m, Vector<uint> pixels)
    {
        Vector<float> red = Part(pixels >>> 16), green = Part(pixels >>> 8), blue = Part(pixels), alpha = Part(pixels >>> 24);
        Vector<float> newRed = (red * m[0]) + (green * m[1]) + (blue * m[2]) + (alpha * m[3]);
        Vector<float> newGreen = (red * m[4]) + (green * m[5]) + (blue * m[6]) + (alpha * m[7]);
        Vector<float> newBlue = (red * m[8]) + (green * m[9]) + (blue * m[10]) + (alpha * m[11]);
        return (pixels & new Vector<uint>(0xFF000000)) | (Byte(newRed, alpha) << 16) | (Byte(newGreen, alpha) << 8) | Byte(newBlue, alpha);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Part(Vector<uint> shifted) =>
        Vector.ConvertToSingle(Vector.AsVectorInt32(shifted & new Vector<uint>(255)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<uint> Byte(Vector<float> part, Vector<float> alpha)
    {
        Vector<float> limited = Vector.Max(Vector<float>.Zero, Vector.Min(part, alpha));
        return Vector.AsVectorUInt32(Vector.ConvertToInt32Native(limited + new Vector<float>(0.5f)));
    }
}
