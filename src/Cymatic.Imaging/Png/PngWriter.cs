using System.Buffers.Binary;
using System.IO.Compression;

namespace Cymatic.Imaging;

/// <summary>Writes frames as PNG files (ISO/IEC 15948): RGB when every pixel is opaque, else RGBA with straight alpha.</summary>
public static class PngWriter
{
    internal static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Writes PNG bytes; the stream stays open.</summary>
    /// <param name="frame">The picture.</param>
    /// <param name="target">Where the bytes go.</param>
    /// <param name="level">Time against size.</param>
    public static void Write(Frame frame, Stream target, CompressionLevel level = CompressionLevel.Optimal)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(target);
        bool opaque = frame.IsOpaque();
        target.Write(Signature);
        PngChunk.Write(target, "IHDR"u8, Header(frame, opaque));
        PngChunk.Write(target, "sRGB"u8, [0]);
        PngChunk.Write(target, "IDAT"u8, Compress(frame, opaque, level));
        PngChunk.Write(target, "IEND"u8, []);
    }

    private static byte[] Header(Frame frame, bool opaque)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, frame.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), frame.Height);
        header[8] = 8;
        header[9] = (byte)(opaque ? PngColorType.Rgb : PngColorType.Rgba);
        return header;
    }

    private static ReadOnlySpan<byte> Compress(Frame frame, bool opaque, CompressionLevel level)
    {
        int pixel = opaque ? 3 : 4;
        var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, level, leaveOpen: true))
        {
            var filter = new PngFilter(frame.Width * pixel, pixel);
            for (int y = 0; y < frame.Height; y++)
            {
                if (opaque)
                    PngPixels.ToRgb(frame.Row(y), filter.Current);
                else
                    PngPixels.ToRgba(frame.Row(y), filter.Current);
                zlib.Write(filter.Next());
            }
        }

        return compressed.GetBuffer().AsSpan(0, (int)compressed.Length);
    }
}
