using System.Buffers;
using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>Fills texels for a time in seconds.</summary>
internal delegate void TexelWriter(double t, Span<byte> texels);

/// <summary>Pictures as texels of four bytes.</summary>
internal sealed class PictureTexture(int width, int height, bool still, TexelWriter write) : ShaderChannel(width, height, 4)
{
    internal override bool IsStill => still;

    internal override void Write(double t, Span<byte> texels) => write(t, texels);

    /// <summary>Copies a frame as straight red, green, blue, alpha, the lowest row first.</summary>
    internal static void Copy(Frame frame, Span<byte> texels)
    {
        frame.CopyTo(texels, 4);
        TurnOver(texels, frame.Width * 4, frame.Width * 4);
    }

    /// <summary>Exchanges the first row with the last, the second with the last but one …</summary>
    /// <param name="pixels">Whole rows.</param>
    /// <param name="stride">Bytes from one row to the next.</param>
    /// <param name="row">Bytes of a row that count.</param>
    internal static void TurnOver(Span<byte> pixels, int stride, int row)
    {
        byte[] rented = ArrayPool<byte>.Shared.Rent(row);
        Span<byte> kept = rented.AsSpan(0, row);
        for (int y = 0, last = pixels.Length / stride - 1; y < last - y; y++)
        {
            Span<byte> upper = pixels.Slice(y * stride, row), lower = pixels.Slice((last - y) * stride, row);
            upper.CopyTo(kept);
            lower.CopyTo(upper);
            kept.CopyTo(lower);
        }

        ArrayPool<byte>.Shared.Return(rented);
    }
}
