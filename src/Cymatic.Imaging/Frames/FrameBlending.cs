using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Cymatic.Imaging;

/// <summary>Source-over blending of frames and rectangles, rounded as Cairo rounds.</summary>
/// <remarks>Porter and Duff 1984, "over": with premultiplied colours, result = source + target·(1 − source alpha).</remarks>
public static class FrameBlending
{
    /// <summary>Draws <paramref name="source"/> over <paramref name="target"/> with its corner at (x, y); what lies outside is ignored.</summary>
    /// <param name="source">The picture on top.</param>
    /// <param name="target">The picture below, which changes.</param>
    /// <param name="at">Column and row of the target on which the source's first pixel falls.</param>
    /// <param name="opacity">0 (nothing happens) to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An opacity outside 0 … 1.</exception>
    public static void BlendOnto(this Frame source, Frame target, (int X, int Y) at = default, double opacity = 1)
    {
        if (opacity is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(opacity), opacity, "Opacity must lie between 0 and 1.");
        var placed = new PixelRectangle(at.X, at.Y, source.Width, source.Height);
        PixelRectangle seen = placed.Intersect(new(0, 0, target.Width, target.Height));
        int weight = (int)Math.Round(opacity * 255);
        for (int y = seen.Y; y < seen.Bottom; y++)
        {
            ReadOnlySpan<byte> over = source.Row(y - at.Y).Slice((seen.X - at.X) * 4, seen.Width * 4);
            Over(over, target.Row(y).Slice(seen.X * 4, seen.Width * 4), weight);
        }
    }

    /// <summary>Draws a colour over a rectangle; what lies outside the frame is ignored.</summary>
    public static void Blend(this Frame target, PixelRectangle area, Color color)
    {
        uint argb = color.ToPremultipliedArgb();
        PixelRectangle seen = area.Intersect(new(0, 0, target.Width, target.Height));
        if (seen.IsEmpty)
            return;
        if (argb >= 0xFF000000)
        {
            target.Fill(seen, color);
            return;
        }

        var row = new uint[seen.Width];
        row.AsSpan().Fill(argb);
        for (int y = seen.Y; y < seen.Bottom; y++)
            Over(MemoryMarshal.AsBytes<uint>(row), target.Row(y).Slice(seen.X * 4, seen.Width * 4), 255);
    }

    private static void Over(ReadOnlySpan<byte> source, Span<byte> target, int weight)
    {
        int i = 0;
        for (; i <= source.Length - 16; i += 16)
        {
            var (low, high) = Vector128.Widen(Vector128.Create(source[i..]));
            var (targetLow, targetHigh) = Vector128.Widen(Vector128.Create<byte>(target[i..]));
            Vector128.Narrow(Over(low, targetLow, weight), Over(high, targetHigh, weight)).CopyTo(target[i..]);
        }

        for (; i < source.Length; i += 4)
            OverPixel(source.Slice(i, 4), target.Slice(i, 4), weight);
    }

    private static Vector128<ushort> Over(Vector128<ushort> source, Vector128<ushort> target, int weight)
    {
        if (weight < 255)
            source = DivideBy255(source * (ushort)weight);
        Vector128<ushort> alpha = Vector128.Shuffle(source, Vector128.Create((ushort)3, 3, 3, 3, 7, 7, 7, 7));
        return Vector128.Min(source + DivideBy255(target * (Vector128.Create((ushort)255) - alpha)), Vector128.Create((ushort)255));
    }

    private static void OverPixel(ReadOnlySpan<byte> source, Span<byte> target, int weight)
    {
        int rest = 255 - DivideBy255(source[3] * weight);
        for (int c = 0; c < 4; c++)
            target[c] = (byte)Math.Min(255, DivideBy255(source[c] * weight) + DivideBy255(target[c] * rest));
    }

    // Exact rounding of x / 255 for x up to 255².
    private static Vector128<ushort> DivideBy255(Vector128<ushort> x)
    {
        Vector128<ushort> t = x + Vector128.Create((ushort)128);
        return (t + (t >>> 8)) >>> 8;
    }

    private static int DivideBy255(int x) => (x + 128 + ((x + 128) >> 8)) >> 8;
}
