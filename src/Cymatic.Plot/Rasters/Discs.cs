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
    private readonly Frame _frame;
    private readonly PixelRectangle _area;

    /// <param name="frame">Where to draw.</param>
    /// <param name="area">Only these pixels change; what does not lie in the frame is left out.</param>
    internal Discs(Frame frame, PixelRectangle area) => (_frame, _area) = (frame, area.Intersect(new(0, 0, frame.Width, frame.Height)));

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
        for (int y = top; y < bottom; y++)
        {
            float dy = y + 0.5f - center.Y, half = reach * reach - dy * dy;
            if (half <= 0)
                continue;
            half = MathF.Sqrt(half);
            int left = Math.Max(_area.X, (int)MathF.Floor(center.X - half)),
                right = Math.Min(_area.Right, (int)MathF.Ceiling(center.X + half));
            if (left < right)
                DrawRow(_frame.PixelRow(y), left, right, (left + 0.5f - center.X, dy * dy, reach, weight), argb);
        }
    }

    private static void DrawRow(Span<uint> row, int left, int right, (float Dx, float Dy2, float Reach, float Weight) disc, uint argb)
    {
        Vector256<float> dx = Vector256.Create(disc.Dx) + Vector256.Create(0f, 1, 2, 3, 4, 5, 6, 7);
        for (int x = left; x < right; x += 8, dx += Vector256.Create(8f))
        {
            Vector256<float> distance = Vector256.Sqrt(dx * dx + Vector256.Create(disc.Dy2));
            Vector256<float> cover =
                Vector256.Min(Vector256.Max(Vector256.Create(disc.Reach) - distance, Vector256<float>.Zero), Vector256<float>.One);
            Vector256<int> share = Vector256.ConvertToInt32(cover * (256 * disc.Weight) + Vector256.Create(0.5f));
            if (row.Length - x >= 8)
            {
                ref uint first = ref MemoryMarshal.GetReference(row[x..]);
                // Beyond the right edge of the disc the share is 0; beyond the area it is made so.
                if (right - x < 8)
                    share &= Vector256.LessThan(Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7), Vector256.Create(right - x));
                Over(Vector256.LoadUnsafe(ref first), share, argb).StoreUnsafe(ref first);
                continue;
            }

            for (int i = 0; i < right - x; i++)
                row[x + i] = Over(Vector256.Create(row[x + i]), Vector256.Create(share[i]), argb)[0];
        }
    }

    // color·share over pixels: pixel' = color·share + pixel·(1 − alpha·share), in sixteen bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Over(Vector256<uint> pixels, Vector256<int> share, uint argb)
    {
        // The share of a pixel, for each of its four bytes.
        Vector256<ushort> shares = (share | (share << 16)).AsUInt16();
        Vector256<ushort> low = Vector256.Shuffle(shares.AsUInt64(), Vector256.Create(0UL, 0, 1, 1)).AsUInt16();
        Vector256<ushort> high = Vector256.Shuffle(shares.AsUInt64(), Vector256.Create(2UL, 2, 3, 3)).AsUInt16();
        low = Spread(low);
        high = Spread(high);
        (Vector256<ushort> colorLow, _) = Vector256.Widen(Vector256.Create(argb).AsByte());
        (Vector256<ushort> pixelLow, Vector256<ushort> pixelHigh) = Vector256.Widen(pixels.AsByte());
        ushort alpha = (ushort)(argb >> 24);
        return Vector256.Narrow(Mix(colorLow, pixelLow, low, alpha), Mix(colorLow, pixelHigh, high, alpha)).AsUInt32();
    }

    // From (a a b b | a a b b | …) of a pair of pixels to (a a a a b b b b | …).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Spread(Vector256<ushort> pair) =>
        Vector256.Shuffle(pair, Vector256.Create((ushort)0, 0, 0, 0, 2, 2, 2, 2, 8, 8, 8, 8, 10, 10, 10, 10));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Mix(Vector256<ushort> color, Vector256<ushort> pixel, Vector256<ushort> share, ushort alpha)
    {
        Vector256<ushort> source = (color * share + Vector256.Create((ushort)128)) >>> 8;
        Vector256<ushort> rest = Vector256.Create((ushort)255) - ((share * alpha + Vector256.Create((ushort)128)) >>> 8);
        Vector256<ushort> t = pixel * rest + Vector256.Create((ushort)128);
        return Vector256.Min(source + ((t + (t >>> 8)) >>> 8), Vector256.Create((ushort)255));
    }
}
