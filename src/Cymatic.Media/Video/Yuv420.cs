using System.Numerics;
using System.Runtime.InteropServices;
using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>Pictures as video encoders take them: planes of 8-bit luma and of chroma at half the resolution, BT.709, limited range.</summary>
/// <remarks>
/// ITU-R BT.709-6, items 3.2–3.5, in 15-bit fixed point: within 0.51 of the closed form. Chroma is sited left, as H.264 and VP9 decoders
/// assume: co-sited with the even columns (weights ¼ ½ ¼), between two rows (½ ½). Alpha is dropped, which leaves premultiplied pixels over
/// black. A last column or row that is missing to an even size repeats its neighbour.
/// </remarks>
internal sealed class Yuv420 : IFrameFormat
{
    private const int LumaR = 5983, LumaG = 20127, LumaB = 2032; // sum 219/255 · 2¹⁵
    private const int BlueR = -3298, BlueG = -11094, BlueB = 14392;
    private const int RedR = 14392, RedG = -13073, RedB = -1319;
    private const int LumaZero = (16 << 15) + (1 << 14), ChromaZero = (128 << 18) + (1 << 17);

    private readonly int _sourceWidth, _sourceHeight;
    private readonly uint[] _blue, _green, _red; // sums of two rows; one element before the first and one after the last column

    /// <summary>A converter for frames of one size; for one thread.</summary>
    public Yuv420(int width, int height)
    {
        (_sourceWidth, _sourceHeight) = (width, height);
        (Width, Height) = (width + 1 & ~1, height + 1 & ~1);
        (_blue, _green, _red) = (new uint[Width + 2], new uint[Width + 2], new uint[Width + 2]);
    }

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
            Luma(top, yuv.Slice(y * Width, Width));
            Luma(bottom, yuv.Slice((y + 1) * Width, Width));
            Sum(top, bottom);
            Chroma(blues.Slice(y / 2 * half, half), BlueR, BlueG, BlueB);
            Chroma(reds.Slice(y / 2 * half, half), RedR, RedG, RedB);
        }
    }

    private static ReadOnlySpan<uint> Pixels(Frame frame, int y) => MemoryMarshal.Cast<byte, uint>((ReadOnlySpan<byte>)frame.Row(y));

    private void Luma(ReadOnlySpan<uint> pixels, Span<byte> luma)
    {
        ReadOnlySpan<Vector<uint>> vectors = MemoryMarshal.Cast<uint, Vector<uint>>(pixels);
        Span<Vector<byte>> results = MemoryMarshal.Cast<byte, Vector<byte>>(luma[..pixels.Length]);
        for (int i = 0; i < results.Length; i++)
            results[i] = Pack(Luma(vectors[4 * i]), Luma(vectors[4 * i + 1]), Luma(vectors[4 * i + 2]), Luma(vectors[4 * i + 3]));
        for (int x = results.Length * Vector<byte>.Count; x < pixels.Length; x++)
        {
            uint p = pixels[x];
            luma[x] = (byte)((p >> 16 & 255) * LumaR + (p >> 8 & 255) * LumaG + (p & 255) * LumaB + LumaZero >> 15);
        }

        if (Width > _sourceWidth)
            luma[^1] = luma[^2];
    }

    private static Vector<uint> Luma(Vector<uint> pixels)
    {
        Vector<uint> mask = new(255);
        return (pixels >> 16 & mask) * LumaR + (pixels >> 8 & mask) * LumaG + (pixels & mask) * LumaB + new Vector<uint>(LumaZero) >> 15;
    }

    private void Sum(ReadOnlySpan<uint> top, ReadOnlySpan<uint> bottom)
    {
        Span<uint> blue = _blue.AsSpan(1), green = _green.AsSpan(1), red = _red.AsSpan(1);
        int x = 0;
        Vector<uint> mask = new(255), twoMask = new(0x00FF00FF);
        for (; x <= top.Length - Vector<uint>.Count; x += Vector<uint>.Count)
        {
            Vector<uint> a = new(top[x..]), b = new(bottom[x..]);
            Vector<uint> both = (a & twoMask) + (b & twoMask); // red above blue, 16 bits each
            (both & new Vector<uint>(0xFFFF)).CopyTo(blue[x..]);
            (both >> 16).CopyTo(red[x..]);
            ((a >> 8 & mask) + (b >> 8 & mask)).CopyTo(green[x..]);
        }

        for (; x < top.Length; x++)
        {
            uint both = (top[x] & 0x00FF00FF) + (bottom[x] & 0x00FF00FF);
            (blue[x], red[x], green[x]) = (both & 0xFFFF, both >> 16, (top[x] >> 8 & 255) + (bottom[x] >> 8 & 255));
        }

        Repeat(_blue);
        Repeat(_green);
        Repeat(_red);
    }

    private void Repeat(uint[] sums)
    {
        sums[0] = sums[1];
        sums.AsSpan(_sourceWidth + 1).Fill(sums[_sourceWidth]);
    }

    private void Chroma(Span<byte> chroma, int r, int g, int b)
    {
        int x = 0, step = Vector<uint>.Count;
        for (; x <= chroma.Length - Vector<byte>.Count; x += Vector<byte>.Count)
        {
            Pack(Chroma(x, r, g, b), Chroma(x + step, r, g, b), Chroma(x + 2 * step, r, g, b), Chroma(x + 3 * step, r, g, b)).CopyTo(chroma[x..]);
        }

        for (; x < chroma.Length; x++)
            chroma[x] = (byte)((int)Weighed(_red, x) * r + (int)Weighed(_green, x) * g + (int)Weighed(_blue, x) * b + ChromaZero >> 18);
    }

    private Vector<uint> Chroma(int x, int r, int g, int b)
    {
        Vector<int> sum = WeighedVector(_red, x) * r + WeighedVector(_green, x) * g + WeighedVector(_blue, x) * b;
        return Vector.AsVectorUInt32(sum + new Vector<int>(ChromaZero) >> 18);
    }

    // s[2x − 1] + 2 s[2x] + s[2x + 1], where the array starts at column −1.
    private static uint Weighed(uint[] sums, int x) => sums[2 * x] + 2 * sums[2 * x + 1] + sums[2 * x + 2];

    // A pair of columns is one ulong: two loads one column apart, added, hold both halves of the weighed sum.
    private static Vector<int> WeighedVector(uint[] sums, int x)
    {
        ref uint first = ref MemoryMarshal.GetArrayDataReference(sums);
        nuint at = (nuint)(2 * x), next = at + (nuint)Vector<uint>.Count;
        Vector<ulong> a = Vector.AsVectorUInt64(Vector.LoadUnsafe(ref first, at) + Vector.LoadUnsafe(ref first, at + 1));
        Vector<ulong> b = Vector.AsVectorUInt64(Vector.LoadUnsafe(ref first, next) + Vector.LoadUnsafe(ref first, next + 1));
        return Vector.AsVectorInt32(Vector.Narrow(a + (a >> 32), b + (b >> 32)));
    }

    private static Vector<byte> Pack(Vector<uint> a, Vector<uint> b, Vector<uint> c, Vector<uint> d) =>
        Vector.Narrow(Vector.Narrow(a, b), Vector.Narrow(c, d));
}
