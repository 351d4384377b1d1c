using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>
/// Pictures as video encoders take them: planes of 8-bit luma and of chroma at half the resolution, BT.709, limited range.
/// </summary>
/// <remarks>
/// ITU-R BT.709-6, items 3.2–3.5, in 15-bit fixed point: within 0.51 of the closed form. Chroma is sited left, as H.264 and VP9 decoders
/// assume: co-sited with the even columns (weights ¼ ½ ¼), between two rows (½ ½). Alpha is dropped, which leaves premultiplied pixels over
/// black. A last column or row that is missing to an even size repeats its neighbour.
/// </remarks>
internal sealed class Yuv420 : IFrameFormat
{
    private static readonly Weights Luma = new(5983, 20127, 2032); // 219/255 · (0.2126, 0.7152, 0.0722) · 2¹⁵, of sum 219/255 · 2¹⁵
    private static readonly Weights Blue = new(-3298, -11094, 14392), Red = new(14392, -13073, -1319); // of sum 0
    private const uint Outer = 0x00FF00FF;
    private const int LumaZero = (16 << 15) + (1 << 14), ChromaZero = (128 << 18) + (1 << 17);

    private readonly int _sourceWidth, _sourceHeight;
    private readonly uint[] _redBlue, _green; // sums of two rows, two colours in 16 bits each; from column −1 to one after the last

    /// <summary>A converter for frames of one size; for one thread.</summary>
    public Yuv420(int width, int height)
    {
        (_sourceWidth, _sourceHeight) = (width, height);
        (Width, Height) = (width + 1 & ~1, height + 1 & ~1);
        (_redBlue, _green) = (new uint[Width + 2], new uint[Width + 2]);
    }

    /// <inheritdoc/>
    public string PixelFormat => "yuv420p";

    /// <summary>Columns of the converted picture: even.</summary>
    public int Width { get; }

    /// <summary>Rows of the converted picture: even.</summary>
    public int Height { get; }

    /// <summary>Bytes of the converted picture: luma, then the blue and the red difference.</summary>
    public int Bytes => Width * Height * 3 / 2;

    /// <summary>Converts a picture.</summary>
    public void Convert(Frame frame, Span<byte> yuv)
    {
        int half = Width / 2;
        Span<byte> blues = yuv.Slice(Width * Height, half * (Height / 2)), reds = yuv.Slice(Width * Height * 5 / 4, half * (Height / 2));
        for (int y = 0; y < Height; y += 2)
        {
            ReadOnlySpan<uint> top = Pixels(frame, y), bottom = Pixels(frame, Math.Min(y + 1, _sourceHeight - 1));
            WriteLuma(top, yuv.Slice(y * Width, Width));
            WriteLuma(bottom, yuv.Slice((y + 1) * Width, Width));
            Sum(top, bottom);
            WriteChroma(Blue, blues.Slice(y / 2 * half, half));
            WriteChroma(Red, reds.Slice(y / 2 * half, half));
        }
    }

    private static ReadOnlySpan<uint> Pixels(Frame frame, int y) => MemoryMarshal.Cast<byte, uint>((ReadOnlySpan<byte>)frame.Row(y));

    private void WriteLuma(ReadOnlySpan<uint> pixels, Span<byte> luma)
    {
        ReadOnlySpan<Vector<uint>> vectors = MemoryMarshal.Cast<uint, Vector<uint>>(pixels);
        Span<Vector<byte>> results = MemoryMarshal.Cast<byte, Vector<byte>>(luma[..pixels.Length]);
        Weights weights = Luma;
        for (int i = 0; i < results.Length; i++)
        {
            int at = 4 * i;
            results[i] = Pack(
                LumaOf(weights, vectors[at]), LumaOf(weights, vectors[at + 1]), LumaOf(weights, vectors[at + 2]),
                LumaOf(weights, vectors[at + 3]));
        }

        for (int x = results.Length * Vector<byte>.Count; x < pixels.Length; x++)
            luma[x] = (byte)(weights.Of(pixels[x] & Outer, pixels[x] >> 8 & Outer) + LumaZero >> 15);
        if (Width > _sourceWidth)
            luma[^1] = luma[^2];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> LumaOf(Weights weights, Vector<uint> pixels) =>
        weights.Of(pixels & new Vector<uint>(Outer), pixels >> 8 & new Vector<uint>(Outer)) + new Vector<int>(LumaZero) >> 15;

    private void Sum(ReadOnlySpan<uint> top, ReadOnlySpan<uint> bottom)
    {
        Span<uint> redBlue = _redBlue.AsSpan(1, top.Length), green = _green.AsSpan(1, top.Length);
        ReadOnlySpan<Vector<uint>> tops = MemoryMarshal.Cast<uint, Vector<uint>>(top),
            bottoms = MemoryMarshal.Cast<uint, Vector<uint>>(bottom);
        Span<Vector<uint>> redBlues = MemoryMarshal.Cast<uint, Vector<uint>>(redBlue),
            greens = MemoryMarshal.Cast<uint, Vector<uint>>(green);
        Vector<uint> mask = new(Outer);
        for (int i = 0; i < tops.Length; i++)
        {
            redBlues[i] = (tops[i] & mask) + (bottoms[i] & mask);
            greens[i] = (tops[i] >> 8 & mask) + (bottoms[i] >> 8 & mask);
        }

        for (int x = tops.Length * Vector<uint>.Count; x < top.Length; x++)
            (redBlue[x], green[x]) = ((top[x] & Outer) + (bottom[x] & Outer), (top[x] >> 8 & Outer) + (bottom[x] >> 8 & Outer));
        Repeat(_redBlue);
        Repeat(_green);
    }

    private void Repeat(uint[] sums)
    {
        sums[0] = sums[1];
        sums.AsSpan(_sourceWidth + 1).Fill(sums[_sourceWidth]);
    }

    private void WriteChroma(Weights weights, Span<byte> chroma)
    {
        int step = Vector<uint>.Count, x = 0;
        for (; x <= chroma.Length - 4 * step; x += 4 * step)
        {
            Pack(ChromaOf(weights, x), ChromaOf(weights, x + step), ChromaOf(weights, x + 2 * step), ChromaOf(weights, x + 3 * step))
                .CopyTo(chroma[x..]);
        }

        for (; x < chroma.Length; x++)
            chroma[x] = (byte)(weights.Of(Filter(_redBlue, x), Filter(_green, x)) + ChromaZero >> 18);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector<int> ChromaOf(Weights weights, int x) =>
        weights.Of(FilterVector(_redBlue, x), FilterVector(_green, x)) + new Vector<int>(ChromaZero) >> 18;

    // s[2x − 1] + 2 s[2x] + s[2x + 1], where the array starts at column −1; both 16-bit sums at once.
    private static uint Filter(uint[] sums, int x) => sums[2 * x] + 2 * sums[2 * x + 1] + sums[2 * x + 2];

    // Two columns are one ulong: two loads that are one column apart, added, hold the halves of the filtered sum.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<uint> FilterVector(uint[] sums, int x)
    {
        ref uint first = ref MemoryMarshal.GetArrayDataReference(sums);
        nuint at = (nuint)(2 * x), next = at + (nuint)Vector<uint>.Count;
        Vector<ulong> a = Vector.AsVectorUInt64(Vector.LoadUnsafe(ref first, at) + Vector.LoadUnsafe(ref first, at + 1));
        Vector<ulong> b = Vector.AsVectorUInt64(Vector.LoadUnsafe(ref first, next) + Vector.LoadUnsafe(ref first, next + 1));
        return Vector.Narrow(a + (a >> 32), b + (b >> 32));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<byte> Pack(Vector<int> a, Vector<int> b, Vector<int> c, Vector<int> d) =>
        Vector.AsVectorByte(Vector.Narrow(Vector.Narrow(a, b), Vector.Narrow(c, d)));

    /// <summary>
    /// A weighed sum of red, green and blue, which come as two words of two 16-bit numbers: red above blue, anything above green.
    /// </summary>
    private readonly struct Weights(short red, short green, short blue)
    {
        private readonly int _red = red, _green = green, _blue = blue;
        private readonly Vector<int> _pairs = new(red << 16 | blue & 0xFFFF), _single = new(green & 0xFFFF);

        public int Of(uint redBlue, uint green) =>
            (int)(redBlue >> 16) * _red + (int)(green & 0xFFFF) * _green + (int)(redBlue & 0xFFFF) * _blue;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<int> Of(Vector<uint> redBlue, Vector<uint> green) =>
            WordPairs.MultiplyAdd(redBlue, _pairs) + WordPairs.MultiplyAdd(green, _single);
    }
}
