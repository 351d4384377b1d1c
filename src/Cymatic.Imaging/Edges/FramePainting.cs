using System.Numerics;
using System.Runtime.CompilerServices;

namespace Cymatic.Imaging;

/// <summary>A picture as if painted: strong colours and dark outlines.</summary>
/// <remarks>MoviePy's painting, with Sobel edges of the mean of red, green and blue as its version 1 has them.</remarks>
public static class FramePainting
{
    /// <summary>Fills a target with saturation · colour − black · 255 · edge, for colours and edges of 0 … 255; alpha stays.</summary>
    /// <param name="source">The picture.</param>
    /// <param name="target">Another frame of its size.</param>
    /// <param name="saturation">What colours are multiplied by, 0 or more.</param>
    /// <param name="black">How dark outlines are, 0 or more.</param>
    /// <exception cref="ArgumentException">Frames of different sizes, or one frame as both.</exception>
    public static void PaintTo(this Frame source, Frame target, double saturation = 1.4, double black = 0.006)
    {
        SameSize.Check(source, target);
        if (ReferenceEquals(source, target))
            throw new ArgumentException("A frame cannot be painted onto itself.", nameof(target));
        if (!(saturation >= 0 && double.IsFinite(saturation)))
            throw new ArgumentOutOfRangeException(nameof(saturation), saturation, "Saturation must be 0 or more.");
        if (!(black >= 0 && double.IsFinite(black)))
            throw new ArgumentOutOfRangeException(nameof(black), black, "Black must be 0 or more.");
        using Plane<float> grey = Plane.Rent<float>(source.Width, source.Height), edges = Plane.Rent<float>(source.Width, source.Height);
        source.LumaTo(grey, LumaWeights.Mean);
        grey.SobelTo(edges);
        for (int y = 0; y < source.Height; y++)
            Paint(source.PixelRow(y), edges.Row(y), target.PixelRow(y), ((float)saturation, (float)(black * 255 * 255)));
    }

    private static void Paint(ReadOnlySpan<uint> source, ReadOnlySpan<float> edges, Span<uint> target, (float Colour, float Edge) weights)
    {
        int lanes = Vector<uint>.Count, i = 0;
        for (; i <= source.Length - lanes; i += lanes)
            Paint(new Vector<uint>(source[i..]), new Vector<float>(edges[i..]), weights).CopyTo(target[i..]);
        if (i == source.Length)
            return;
        Span<uint> rest = stackalloc uint[lanes];
        Span<float> restEdges = stackalloc float[lanes];
        source[i..].CopyTo(rest);
        edges[i..].CopyTo(restEdges);
        Paint(new Vector<uint>(rest), new Vector<float>(restEdges), weights).CopyTo(rest);
        rest[..(source.Length - i)].CopyTo(target[i..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<uint> Paint(Vector<uint> pixels, Vector<float> edges, (float Colour, float Edge) weights)
    {
        Vector<float> alpha = Vector.ConvertToSingle(Vector.AsVectorInt32(pixels >>> 24)), dark = edges * weights.Edge;
        Vector<uint> painted = pixels & new Vector<uint>(0xFF000000);
        for (int shift = 0; shift <= 16; shift += 8)
        {
            Vector<float> part = Vector.ConvertToSingle(Vector.AsVectorInt32((pixels >>> shift) & new Vector<uint>(255)));
            part = Vector.Max(Vector<float>.Zero, Vector.Min((part * weights.Colour) - dark, alpha));
            painted |= Vector.AsVectorUInt32(Vector.ConvertToInt32Native(part)) << shift;
        }

        return painted;
    }
}
