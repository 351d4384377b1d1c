using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Cymatic.Media;

/// <summary>A row of luma, and of both colour differences in one word for each column, as opaque pixels.</summary>
internal sealed class ColourRow
{
    private const int Shift = 16;
    private readonly int _luma, _red, _greenRed, _greenBlue, _blue; // what 1/8 of a step adds to a colour, times 2¹⁶
    private readonly int _redZero, _greenZero, _blueZero;

    public ColourRow(YuvMatrix matrix)
    {
        double lumaScale = matrix.IsFull ? 1 : 255.0 / 219, scale = matrix.IsFull ? 1 : 255.0 / 224;
        double green = 1 - matrix.Red - matrix.Blue, red = 2 * (1 - matrix.Red) * scale, blue = 2 * (1 - matrix.Blue) * scale;
        static int Fixed(double factor) => (int)Math.Round(factor / 8 * (1 << Shift));
        (_luma, _red, _blue) = (Fixed(lumaScale), Fixed(red), Fixed(blue));
        (_greenRed, _greenBlue) = (Fixed(-red * matrix.Red / green), Fixed(-blue * matrix.Blue / green));
        int black = (1 << Shift - 1) - _luma * (matrix.IsFull ? 0 : 16 * 8);
        (_redZero, _greenZero, _blueZero) = (black - _red * 1024, black - (_greenRed + _greenBlue) * 1024, black - _blue * 1024);
    }

    /// <param name="luma">One byte for each column.</param>
    /// <param name="differences">Eight times the red difference above eight times the blue one; may be read beyond the last column.</param>
    /// <param name="pixels">As many as there is luma.</param>
    public void Convert(ReadOnlySpan<byte> luma, ReadOnlySpan<uint> differences, Span<uint> pixels)
    {
        var factors = new Factors(this);
        int step = Vector<byte>.Count, words = Vector<uint>.Count, x = 0;
        ref uint from = ref MemoryMarshal.GetReference(differences), to = ref MemoryMarshal.GetReference(pixels);
        for (; x <= luma.Length - step; x += step)
        {
            Vector.Widen(new Vector<byte>(luma[x..]), out Vector<ushort> low, out Vector<ushort> high);
            Vector.Widen(low, out Vector<uint> a, out Vector<uint> b);
            Vector.Widen(high, out Vector<uint> c, out Vector<uint> d);
            nuint at = (nuint)x, width = (nuint)words;
            factors.Pixels(a << 3, Vector.LoadUnsafe(ref from, at)).StoreUnsafe(ref to, at);
            factors.Pixels(b << 3, Vector.LoadUnsafe(ref from, at + width)).StoreUnsafe(ref to, at + width);
            factors.Pixels(c << 3, Vector.LoadUnsafe(ref from, at + 2 * width)).StoreUnsafe(ref to, at + 2 * width);
            factors.Pixels(d << 3, Vector.LoadUnsafe(ref from, at + 3 * width)).StoreUnsafe(ref to, at + 3 * width);
        }

        for (; x < luma.Length; x++)
            pixels[x] = Pixel(luma[x] << 3, (int)(differences[x] >> 16), (int)(differences[x] & 0xFFFF));
    }

    private uint Pixel(int luma, int redDifference, int blueDifference)
    {
        int y = luma * _luma;
        uint red = Byte(y + redDifference * _red + _redZero), blue = Byte(y + blueDifference * _blue + _blueZero);
        uint green = Byte(y + redDifference * _greenRed + blueDifference * _greenBlue + _greenZero);
        return 0xFF000000 | red << 16 | green << 8 | blue;
    }

    private static uint Byte(int sum) => (uint)Math.Clamp(sum >> Shift, 0, 255);

    /// <summary>The factors in every lane: pairs of 16-bit numbers for pmaddwd.</summary>
    private readonly struct Factors(ColourRow row)
    {
        private readonly Vector<int> _redOfLuma = Pair(row._red, row._luma), _blueOfLuma = Pair(row._blue, row._luma);
        private readonly Vector<int> _green = Pair(row._greenRed, row._greenBlue), _luma = Pair(0, row._luma);
        private readonly Vector<int> _redZero = new(row._redZero), _greenZero = new(row._greenZero), _blueZero = new(row._blueZero);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<uint> Pixels(Vector<uint> luma, Vector<uint> differences)
        {
            Vector<int> red = WordPairs.MultiplyAdd(luma | differences & new Vector<uint>(0xFFFF0000), _redOfLuma) + _redZero;
            Vector<int> blue = WordPairs.MultiplyAdd(luma | differences << 16, _blueOfLuma) + _blueZero;
            Vector<int> green = WordPairs.MultiplyAdd(differences, _green) + WordPairs.MultiplyAdd(luma, _luma) + _greenZero;
            return Bytes(blue) | Bytes(green) << 8 | Bytes(red) << 16 | new Vector<uint>(0xFF000000);
        }

        private static Vector<int> Pair(int upper, int lower) => new(upper << 16 | lower & 0xFFFF);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector<uint> Bytes(Vector<int> sums) =>
            Vector.AsVectorUInt32(Vector.Min(Vector.Max(sums >> Shift, Vector<int>.Zero), new Vector<int>(255)));
    }
}
