using System.Buffers;

namespace Cymatic.Imaging;

/// <summary>Frames as 8-bit grey pictures: what looks at the whole picture's greys and then changes each by a table.</summary>
internal static class GreyFrame
{
    /// <summary>Makes a frame grey and adds the counts of its greys to 256 counters.</summary>
    public static void Count(Frame frame, LumaWeights weights, Span<int> counts)
    {
        var luma = new LumaRow(weights);
        byte[] greys = ArrayPool<byte>.Shared.Rent(frame.Width);
        Span<byte> row = greys.AsSpan(0, frame.Width);
        for (int y = 0; y < frame.Height; y++)
        {
            luma.Desaturate(frame.PixelRow(y));
            luma.ToBytes(frame.PixelRow(y), row);
            GreyHistogram.Count(row, counts);
        }

        ArrayPool<byte>.Shared.Return(greys);
    }

    /// <summary>Changes the straight grey of every pixel of a grey frame by a table.</summary>
    public static void LookUp(Frame frame, ReadOnlySpan<byte> table)
    {
        Span<uint> opaque = stackalloc uint[256];
        for (int i = 0; i < 256; i++)
            opaque[i] = 0xFF000000 | (table[i] * 0x010101u);
        for (int y = 0; y < frame.Height; y++)
        {
            foreach (ref uint pixel in frame.PixelRow(y))
            {
                uint alpha = pixel >> 24;
                if (alpha == 255)
                    pixel = opaque[(int)(pixel & 255)];
                else if (alpha > 0)
                    pixel = PixelLanes.Scale(opaque[(int)PixelLanes.Straight(pixel & 255, alpha)], alpha);
            }
        }
    }
}
