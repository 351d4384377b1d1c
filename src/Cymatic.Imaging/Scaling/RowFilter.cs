using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Cymatic.Imaging;

/// <summary>Filters rows of pixels along the row.</summary>
/// <param name="across">The weights.</param>
/// <param name="width">Pixels of a target row.</param>
/// <param name="room"><see cref="PaddedBytes"/> bytes.</param>
internal readonly unsafe struct RowFilter(AxisWeights across, int width, byte* room)
{
    // Vectors read up to 31 bytes and a weight of zero beyond the last pixel.
    private const int Beyond = 16;

    private readonly byte* _room = room;

    /// <summary>Bytes of room that weights which are alike for all pixels need: offsets, and a row that goes on at both ends.</summary>
    public static int PaddedBytes(AxisWeights across, int width) =>
        across.Kernel.Length == 0 ? 1 : (across.Kernel.Length * sizeof(int)) + ((width + (2 * across.Radius) + Beyond) * 4);

    /// <summary>Fills a row; up to 32 bytes after it may change.</summary>
    public void Apply(byte* source, byte* target)
    {
        if (across.IsIdentity)
            Unsafe.CopyBlockUnaligned(target, source, (uint)width * 4);
        else if (across.Kernel.Length > 0)
            Uniform((uint*)source, target);
        else
            Own(source, target);
    }

    private void Own(byte* source, byte* target)
    {
        fixed (short* weights = across.Weights)
        fixed (int* first = across.First)
        {
            var taps = new RowTaps(first, weights, across.Taps, across.Bits);
            if (Avx2.IsSupported)
            {
                for (int x = 0; x < width; x += 4)
                    taps.Four256(source, x).Store(target + (x * 4));
            }
            else
            {
                for (int x = 0; x < width; x += 4)
                    taps.Four128(source, x).Store(target + (x * 4));
            }
        }
    }

    // Neighbours are the same row moved by whole pixels: what works for columns works for rows.
    private void Uniform(uint* source, byte* target)
    {
        int count = across.Kernel.Length, radius = across.Radius;
        var offsets = (int*)_room;
        for (int k = 0; k < count; k++)
            offsets[k] = k * 4;
        uint* row = (uint*)(_room + (count * sizeof(int)));
        new Span<uint>(row, radius).Fill(source[0]);
        new Span<uint>(source, width).CopyTo(new Span<uint>(row + radius, width));
        new Span<uint>(row + radius + width, radius + Beyond).Fill(source[width - 1]);
        fixed (short* kernel = across.Kernel)
        {
            var taps = new ColumnTaps((byte*)row, offsets, kernel, count, across.KernelBits);
            int x = 0, bytes = width * 4;
            if (Avx2.IsSupported)
            {
                for (; x < bytes; x += 32)
                    taps.Sum256(x).Store(target + x);
            }

            for (; x < bytes; x += 16)
                taps.Sum128(x).Store(target + x);
        }
    }
}
