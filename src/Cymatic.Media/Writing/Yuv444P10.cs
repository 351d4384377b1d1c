using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>Pictures as ProRes 4444 takes them: planes of ten bits in two bytes, BT.709, limited range, then alpha if it is kept.</summary>
/// <remarks>
/// ITU-R BT.709-6, items 3.2–3.5, n = 10, from colours divided by alpha, in 13-bit fixed point: within 0.6 of the closed form. Alpha has
/// the full range, 0 to 1023.
/// </remarks>
internal sealed class Yuv444P10(int width, int height, bool alpha) : IFrameFormat
{
    private const int Bits = 13, Half = 1 << Bits - 1, LumaZero = (64 << Bits) + Half, ChromaZero = (512 << Bits) + Half;

    // 876/255 · (0.2126, 0.7152, 0.0722) · 2¹³, and 896/255 · … / (1.8556, 1.5748); the chroma weights sum to 0.
    private static readonly (int R, int G, int B) Luma = (5983, 20127, 2032), Blue = (-3298, -11094, 14392), Red = (14392, -13073, -1319);

    private readonly uint[] _straight = new uint[width];

    /// <inheritdoc/>
    public string PixelFormat => alpha ? "yuva444p10le" : "yuv444p10le";

    /// <inheritdoc/>
    public int Width => width;

    /// <inheritdoc/>
    public int Height => height;

    /// <inheritdoc/>
    public int Bytes => width * height * (alpha ? 8 : 6);

    /// <inheritdoc/>
    public void Convert(Frame frame, Span<byte> bytes)
    {
        Span<ushort> samples = MemoryMarshal.Cast<byte, ushort>(bytes);
        int plane = width * height;
        for (int y = 0; y < height; y++)
        {
            StraightColor.Divide(frame.PixelRow(y), _straight);
            WritePart(Luma, LumaZero, samples.Slice(y * width, width));
            WritePart(Blue, ChromaZero, samples.Slice(plane + y * width, width));
            WritePart(Red, ChromaZero, samples.Slice(2 * plane + y * width, width));
            if (alpha)
                WriteAlpha(samples.Slice(3 * plane + y * width, width));
        }
    }

    private void WritePart((int R, int G, int B) weights, int zero, Span<ushort> samples)
    {
        ReadOnlySpan<Vector<uint>> vectors = MemoryMarshal.Cast<uint, Vector<uint>>(_straight);
        Span<Vector<ushort>> results = MemoryMarshal.Cast<ushort, Vector<ushort>>(samples);
        for (int i = 0; i < results.Length; i++)
            results[i] = Vector.AsVectorUInt16(Vector.Narrow(Part(weights, zero, vectors[2 * i]), Part(weights, zero, vectors[2 * i + 1])));
        for (int x = results.Length * Vector<ushort>.Count; x < width; x++)
            samples[x] = (ushort)Part(weights, zero, new Vector<uint>(_straight[x]))[0];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Part((int R, int G, int B) weights, int zero, Vector<uint> pixels)
    {
        Vector<int> colors = Vector.AsVectorInt32(pixels), mask = new(255);
        Vector<int> sum = (colors >> 16 & mask) * weights.R + (colors >> 8 & mask) * weights.G + (colors & mask) * weights.B;
        return sum + new Vector<int>(zero) >> Bits;
    }

    private void WriteAlpha(Span<ushort> samples)
    {
        for (int x = 0; x < samples.Length; x++)
            samples[x] = (ushort)(_straight[x] >> 24 << 2 | _straight[x] >> 30);
    }
}
