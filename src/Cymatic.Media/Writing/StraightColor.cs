using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Cymatic.Media;

/// <summary>Colours divided by alpha.</summary>
internal static class StraightColor
{
    /// <summary>Divides each part by alpha, to the nearest, halves up; where alpha is 0, all is 0.</summary>
    public static void Divide(ReadOnlySpan<uint> premultiplied, Span<uint> straight)
    {
        ReadOnlySpan<Vector<uint>> sources = MemoryMarshal.Cast<uint, Vector<uint>>(premultiplied);
        Span<Vector<uint>> targets = MemoryMarshal.Cast<uint, Vector<uint>>(straight);
        Vector<uint> opaque = new(0xFF000000);
        for (int i = 0; i < sources.Length; i++)
        {
            Vector<uint> pixels = sources[i];
            targets[i] = Vector.GreaterThanOrEqualAll(pixels, opaque) ? pixels : Divide(pixels);
        }

        for (int x = sources.Length * Vector<uint>.Count; x < premultiplied.Length; x++)
            straight[x] = Divide(new Vector<uint>(premultiplied[x]))[0];
    }

    // Two quotients of whole numbers up to 255 that are no half differ from one by 1/510 or more: half of that may be added, and makes
    // up for the error of the reciprocal where the quotient is a half.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<uint> Divide(Vector<uint> pixels)
    {
        Vector<uint> alpha = pixels >> 24, part = new(255);
        Vector<float> scale = new Vector<float>(255f) / Vector.ConvertToSingle(Vector.AsVectorInt32(Vector.Max(alpha, Vector<uint>.One)));
        Vector<uint> result = Scaled(pixels & part, scale) | Scaled(pixels >> 8 & part, scale) << 8
            | Scaled(pixels >> 16 & part, scale) << 16;
        return Vector.ConditionalSelect(Vector.Equals(alpha, Vector<uint>.Zero), Vector<uint>.Zero, result | alpha << 24);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<uint> Scaled(Vector<uint> part, Vector<float> scale)
    {
        Vector<float> value = Vector.ConvertToSingle(Vector.AsVectorInt32(part)) * scale + new Vector<float>(0.501f);
        return Vector.Min(Vector.AsVectorUInt32(Vector.ConvertToInt32(Vector.Floor(value))), new Vector<uint>(255));
    }
}
