using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>
/// Draws discs over pixels, a vector at a step: the share of a pixel that a disc covers is radius + ½ − distance, between 0 and 1.
/// </summary>
/// <remarks>
/// A disc is drawn in columns as wide as a vector: what depends on the column alone is computed once, and a row of it is one step without
/// a branch.
/// </remarks>
internal readonly ref struct Discs
{
    private readonly Span<uint> _pixels;
    private readonly int _stride;
    private readonly PixelRectangle _area;

    /// <param name="frame">Where to draw.</param>
    /// <param name="area">Only these pixels change; what does not lie in the frame is left out.</param>
    internal Discs(Frame frame, PixelRectangle area)
    {
        _pixels = MemoryMarshal.Cast<byte, uint>(frame.Pixels);
        _stride = frame.Stride / sizeof(uint);
        _area = area.Intersect(new(0, 0, frame.Width, frame.Height));
    }

    /// <summary>Draws a disc.</summary>
    /// <param name="center">In pixels; (0, 0) is the corner of the first pixel.</param>
    /// <param name="radius">In pixels; smaller discs than half a pixel are fainter ones of half a pixel.</param>
    /// <param name="ink">Its colour.</param>
    internal void Draw((float X, float Y) center, float radius, Ink ink)
    {
        float weight = 256 * ink.Alpha;
        if (radius < 0.5f)
        {
            weight *= 4 * radius * radius;
            radius = 0.5f;
        }

        float reach = radius + 0.5f;
        int left = Math.Max(_area.X, (int)MathF.Floor(center.X - reach)),
            right = Math.Min(_area.Right, (int)MathF.Ceiling(center.X + reach));
        for (int x = left; x < right; x += Vector<float>.Count)
        {
            // Where the column is nearest to the center, the disc reaches furthest up and down.
            float near = float.MaxNative(float.MaxNative(x - center.X, center.X - (x + Vector<float>.Count)), 0);
            float half = MathF.Sqrt(float.MaxNative(0, reach * reach - near * near));
            int top = Math.Max(_area.Y, (int)MathF.Floor(center.Y - half)),
                bottom = Math.Min(_area.Bottom, (int)MathF.Ceiling(center.Y + half));
            // Rows are whole vectors long: the last one of a row may begin further left, and what lies outside weighs nothing.
            int first = Math.Min(x, _stride - Vector<float>.Count);
            Vector<int> lane = Vector<int>.Indices + new Vector<int>(first);
            Vector<int> inside = Vector.GreaterThanOrEqual(lane, new Vector<int>(x)) & Vector.LessThan(lane, new Vector<int>(right));
            Vector<float> dx = Vector.ConvertToSingle(lane) + new Vector<float>(0.5f - center.X);
            var column = new Column(dx * dx, Vector.ConditionalSelect(inside, new Vector<float>(weight), Vector<float>.Zero), reach);
            if (top >= bottom)
                continue;
            Span<uint> pixels = _pixels.Slice(top * _stride + first, (bottom - top - 1) * _stride + Vector<float>.Count);
            DrawColumn(pixels, top + 0.5f - center.Y, column, ink.Opaque);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void DrawColumn(Span<uint> pixels, float dy, in Column column, uint color)
    {
        Vector<ushort> even = Vector.AsVectorUInt16(new Vector<uint>(color & 0x00FF00FF));
        Vector<ushort> odd = Vector.AsVectorUInt16(new Vector<uint>((color >> 8) & 0x00FF00FF));
        Vector<float> dx2 = column.Dx2, weight = column.Weight, reach = new(column.Reach);
        ref uint at = ref MemoryMarshal.GetReference(pixels), end = ref Unsafe.Add(ref at, pixels.Length);
        for (; Unsafe.IsAddressLessThan(ref at, ref end); at = ref Unsafe.Add(ref at, _stride), dy++)
        {
            Vector<float> cover = reach - Vector.SquareRoot(dx2 + new Vector<float>(dy * dy));
            cover = Vector.MinNative(Vector.MaxNative(cover, Vector<float>.Zero), Vector<float>.One);
            Vector<uint> share = Vector.AsVectorUInt32(Vector.ConvertToInt32Native(cover * weight + new Vector<float>(0.5f)));
            Mix(Vector.LoadUnsafe(ref at), (even, odd), Vector.AsVectorUInt16(share | (share << 16))).StoreUnsafe(ref at);
        }
    }

    // (256·pixel + (color − pixel)·share) / 256, for bytes 0 and 2, then 1 and 3 of the pixels. The sum is right though parts run over.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<uint> Mix(Vector<uint> pixels, (Vector<ushort> Even, Vector<ushort> Odd) color, Vector<ushort> share)
    {
        Vector<uint> evenBytes = new(0x00FF00FF), half = new(0x00800080);
        Vector<uint> even = pixels & evenBytes, odd = (pixels >>> 8) & evenBytes;
        Vector<ushort> low = Vector.AsVectorUInt16((even << 8) | half) + (color.Even - Vector.AsVectorUInt16(even)) * share;
        Vector<ushort> high = Vector.AsVectorUInt16(Vector.AndNot(pixels, evenBytes) | half)
            + (color.Odd - Vector.AsVectorUInt16(odd)) * share;
        return Vector.AsVectorUInt32(low >>> 8) | Vector.AndNot(Vector.AsVectorUInt32(high), evenBytes);
    }

    /// <summary>What all rows of a column share: squares of distances, weights of full cover (256: opaque), radius + ½.</summary>
    private readonly record struct Column(Vector<float> Dx2, Vector<float> Weight, float Reach);
}

/// <summary>A colour to draw with: opaque, 0xFFRRGGBB, and how much of it, 0 to 1.</summary>
internal readonly record struct Ink(uint Opaque, float Alpha)
{
    internal Ink(Color color)
        : this(color.WithAlpha(1).ToPremultipliedArgb(), (float)color.Alpha)
    {
    }
}
