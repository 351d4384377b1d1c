using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>
/// Draws discs over pixels, eight at a step: the share of a pixel that a disc covers is radius + ½ − distance, between 0 and 1.
/// </summary>
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
    /// <param name="argb">Premultiplied colour.</param>
    internal void Draw((float X, float Y) center, float radius, uint argb)
    {
        float weight = 1;
        if (radius < 0.5f)
        {
            weight = 4 * radius * radius;
            radius = 0.5f;
        }

        float reach = radius + 0.5f;
        int top = Math.Max(_area.Y, (int)MathF.Floor(center.Y - reach)),
            bottom = Math.Min(_area.Bottom, (int)MathF.Ceiling(center.Y + reach));
        (Vector256<ushort> color, _) = Vector256.Widen(Vector256.Create(argb).AsByte());
        var ink = new Ink(color, Vector256.Create((ushort)(argb >> 24)), 256 * weight, reach);
        for (int y = top; y < bottom; y++)
        {
            float dy = y + 0.5f - center.Y, half = reach * reach - dy * dy;
            if (half <= 0)
                continue;
            half = MathF.Sqrt(half);
            int left = Math.Max(_area.X, (int)MathF.Floor(center.X - half)),
                right = Math.Min(_area.Right, (int)MathF.Ceiling(center.X + half));
            // The padding behind a row belongs to it: whole vectors are written there as they were read.
            if (left < right)
                DrawRow(_pixels.Slice(y * _stride, _stride)[left..], right - left, (left + 0.5f - center.X, dy * dy), in ink);
        }
    }

    private static void DrawRow(Span<uint> row, int count, (float Dx, float Dy2) from, in Ink ink)
    {
        Vector256<float> dx = Vector256.Create(from.Dx) + Vector256.Create(0f, 1, 2, 3, 4, 5, 6, 7), dy2 = Vector256.Create(from.Dy2);
        ref uint first = ref MemoryMarshal.GetReference(row);
        for (int x = 0; x < count; x += 8, dx += Vector256.Create(8f))
        {
            Vector256<float> cover = Vector256.Create(ink.Reach) - Vector256.Sqrt(dx * dx + dy2);
            cover = Vector256.Min(Vector256.Max(cover, Vector256<float>.Zero), Vector256<float>.One);
            Vector256<int> share = Vector256.ConvertToInt32Native(cover * ink.Weight + Vector256.Create(0.5f));
            // Beyond the right edge of the disc the share is 0; beyond the area it is made so.
            if (count - x < 8)
                share &= Vector256.LessThan(Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7), Vector256.Create(count - x));
            if (row.Length - x >= 8)
            {
                ref uint at = ref Unsafe.Add(ref first, x);
                Over(Vector256.LoadUnsafe(ref at), share, in ink).StoreUnsafe(ref at);
                continue;
            }

            for (int i = 0; i < count - x; i++)
                row[x + i] = Over(Vector256.Create(row[x + i]), Vector256.Create(share[i]), in ink)[0];
        }
    }

    // color·share over pixels: pixel' = color·share + pixel·(1 − alpha·share), in sixteen bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Over(Vector256<uint> pixels, Vector256<int> share, in Ink ink)
    {
        // The share of a pixel, for each of its four bytes.
        Vector256<ulong> shares = (share | (share << 16)).AsUInt64();
        Vector256<ushort> low = Spread(Vector256.Shuffle(shares, Vector256.Create(0UL, 0, 1, 1)).AsUInt16());
        Vector256<ushort> high = Spread(Vector256.Shuffle(shares, Vector256.Create(2UL, 2, 3, 3)).AsUInt16());
        (Vector256<ushort> pixelLow, Vector256<ushort> pixelHigh) = Vector256.Widen(pixels.AsByte());
        return Vector256.Narrow(Mix(in ink, pixelLow, low), Mix(in ink, pixelHigh, high)).AsUInt32();
    }

    // From (a a b b | a a b b | …) of a pair of pixels to (a a a a b b b b | …).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Spread(Vector256<ushort> pair) =>
        Vector256.Shuffle(pair, Vector256.Create((ushort)0, 0, 0, 0, 2, 2, 2, 2, 8, 8, 8, 8, 10, 10, 10, 10));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Mix(in Ink ink, Vector256<ushort> pixel, Vector256<ushort> share)
    {
        Vector256<ushort> half = Vector256.Create((ushort)128), source = (ink.Color * share + half) >>> 8;
        Vector256<ushort> t = pixel * (Vector256.Create((ushort)255) - ((share * ink.Alpha + half) >>> 8)) + half;
        return Vector256.Min(source + ((t + (t >>> 8)) >>> 8), Vector256.Create((ushort)255));
    }

    /// <summary>What is the same for all pixels of a disc: colour and alpha in sixteen bits, weight of full cover, radius + ½.</summary>
    private readonly record struct Ink(Vector256<ushort> Color, Vector256<ushort> Alpha, float Weight, float Reach);
}
