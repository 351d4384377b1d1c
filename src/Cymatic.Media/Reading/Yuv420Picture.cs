using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>Pictures as most videos have them, 8-bit luma and chroma at half the resolution, which we convert to opaque frames.</summary>
/// <remarks>
/// The inverse of <see cref="Yuv420"/> for any matrix and range (ITU-R BT.709-6, items 3.2–3.5; BT.601-7, BT.2020-2). Chroma is sited left
/// and interpolated linearly: between columns ½ ½, between rows ¾ ¼. 16-bit fixed point, within 0.54 of the closed form.
/// </remarks>
internal sealed class Yuv420Picture : IPictureFormat
{
    private readonly int _width, _height;
    private readonly ColourRow _colours;
    private readonly YuvMatrix _matrix;

    public Yuv420Picture(int width, int height, YuvMatrix matrix)
    {
        (_width, _height, _matrix) = (width, height, matrix);
        _colours = new ColourRow(matrix);
        string range = matrix.IsFull ? "pc" : "tv";
        Filters = string.Create(
            CultureInfo.InvariantCulture,
            $"scale={width}:{height}:flags=bicubic:in_range={range}:out_range={range},format=yuv420p|yuvj420p");
    }

    /// <inheritdoc/>
    public int Bytes => _width * _height + 2 * HalfWidth * HalfHeight;

    /// <inheritdoc/>
    public string Filters { get; }

    private int HalfWidth => (_width + 1) / 2;

    private int HalfHeight => (_height + 1) / 2;

    /// <summary>Whether the bytes of both mean the same.</summary>
    public bool IsLike(Yuv420Picture other) => (_width, _height, _matrix) == (other._width, other._height, other._matrix);

    /// <inheritdoc/>
    public void ToFrame(ReadOnlySpan<byte> picture, Frame frame)
    {
        ReadOnlySpan<byte> blues = picture.Slice(_width * _height, HalfWidth * HalfHeight);
        ReadOnlySpan<byte> reds = picture[(_width * _height + blues.Length)..];
        // Vectors may read and write one beyond the end.
        uint[] half = ArrayPool<uint>.Shared.Rent(HalfWidth + 64), full = ArrayPool<uint>.Shared.Rent(2 * HalfWidth + 64);
        for (int y = 0; y < _height; y++)
        {
            int near = y / 2, far = Math.Clamp(near + ((y & 1) == 0 ? -1 : 1), 0, HalfHeight - 1);
            BetweenRows(Row(blues, near), Row(blues, far), Row(reds, near), Row(reds, far), half);
            half[HalfWidth] = half[HalfWidth - 1];
            BetweenColumns(half, full, HalfWidth);
            _colours.Convert(picture.Slice(y * _width, _width), full, frame.PixelRow(y));
        }

        ArrayPool<uint>.Shared.Return(half);
        ArrayPool<uint>.Shared.Return(full);
    }

    private ReadOnlySpan<byte> Row(ReadOnlySpan<byte> plane, int y) => plane.Slice(y * HalfWidth, HalfWidth);

    // Red difference above blue difference in a word, both times 4: three of the near row, one of the far.
    private static void BetweenRows(
        ReadOnlySpan<byte> blueNear, ReadOnlySpan<byte> blueFar, ReadOnlySpan<byte> redNear, ReadOnlySpan<byte> redFar, Span<uint> half)
    {
        int step = Vector<byte>.Count, words = Vector<uint>.Count, x = 0;
        for (; x <= blueNear.Length - step; x += step)
        {
            Weigh(new Vector<byte>(blueNear[x..]), new Vector<byte>(blueFar[x..]), out Vector<ushort> blueLow, out Vector<ushort> blueHigh);
            Weigh(new Vector<byte>(redNear[x..]), new Vector<byte>(redFar[x..]), out Vector<ushort> redLow, out Vector<ushort> redHigh);
            Join(blueLow, redLow, half[x..]);
            Join(blueHigh, redHigh, half[(x + 2 * words)..]);
        }

        for (; x < blueNear.Length; x++)
            half[x] = (uint)(3 * blueNear[x] + blueFar[x]) | (uint)(3 * redNear[x] + redFar[x]) << 16;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Weigh(Vector<byte> near, Vector<byte> far, out Vector<ushort> low, out Vector<ushort> high)
    {
        Vector.Widen(near, out Vector<ushort> nearLow, out Vector<ushort> nearHigh);
        Vector.Widen(far, out Vector<ushort> farLow, out Vector<ushort> farHigh);
        (low, high) = (nearLow + nearLow + nearLow + farLow, nearHigh + nearHigh + nearHigh + farHigh);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Join(Vector<ushort> blue, Vector<ushort> red, Span<uint> words)
    {
        Vector.Widen(blue, out Vector<uint> blueLow, out Vector<uint> blueHigh);
        Vector.Widen(red, out Vector<uint> redLow, out Vector<uint> redHigh);
        (blueLow | redLow << 16).CopyTo(words);
        (blueHigh | redHigh << 16).CopyTo(words[Vector<uint>.Count..]);
    }

    // Both 16-bit halves at once, times 8 in the end: even columns are sited on a sample, odd ones between two.
    private static void BetweenColumns(ReadOnlySpan<uint> half, Span<uint> full, int count)
    {
        Span<ulong> pairs = MemoryMarshal.Cast<uint, ulong>(full);
        int step = Vector<uint>.Count, x = 0;
        for (; x <= count - step; x += step)
        {
            Vector<uint> here = new(half[x..]), next = new(half[(x + 1)..]);
            Vector.Widen(here + here, out Vector<ulong> evenLow, out Vector<ulong> evenHigh);
            Vector.Widen(here + next, out Vector<ulong> oddLow, out Vector<ulong> oddHigh);
            (evenLow | oddLow << 32).CopyTo(pairs[x..]);
            (evenHigh | oddHigh << 32).CopyTo(pairs[(x + step / 2)..]);
        }

        for (; x < count; x++)
            (full[2 * x], full[2 * x + 1]) = (half[x] + half[x], half[x] + half[x + 1]);
    }
}
