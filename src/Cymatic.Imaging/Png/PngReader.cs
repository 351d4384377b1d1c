using System.IO.Compression;

namespace Cymatic.Imaging;

/// <summary>Reads PNG files of 8 bits a sample without palette and interlacing: grey, grey with alpha, RGB and RGBA.</summary>
public static class PngReader
{
    // Deflate cannot shrink more than 1032-fold: a header that promises more is false.
    private const long MostDeflated = 1032;

    /// <summary>Reads a PNG file.</summary>
    /// <exception cref="InvalidDataException">Not such a file, or a damaged one; the message says where.</exception>
    public static Frame Read(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Read(stream, Path.GetFileName(path));
    }

    /// <summary>Reads PNG bytes to the end of a stream.</summary>
    /// <param name="source">The bytes.</param>
    /// <param name="name">What messages call them.</param>
    /// <exception cref="InvalidDataException">Not such a picture, or a damaged one; the message says where.</exception>
    public static Frame Read(Stream source, string name = "PNG picture")
    {
        ArgumentNullException.ThrowIfNull(source);
        using var bytes = new MemoryStream();
        source.CopyTo(bytes);
        var chunks = new PngChunkReader(name, bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
        PngHeader header = chunks.ReadHeader();
        using MemoryStream data = chunks.ReadData();
        if (header.FilteredBytes > data.Length * MostDeflated + 1024)
            throw chunks.Wrong(16, "IHDR", $"a size that {data.Length} compressed bytes can hold", $"{header.Width}×{header.Height}");
        return Decode(header, data, chunks);
    }

    private static Frame Decode(PngHeader header, MemoryStream data, PngChunkReader chunks)
    {
        Frame frame = Frame.Rent(header.Width, header.Height);
        try
        {
            using var zlib = new ZLibStream(data, CompressionMode.Decompress);
            byte[] row = new byte[header.Pixel + header.RowBytes], above = new byte[row.Length];
            for (int y = 0; y < header.Height; y++)
            {
                int filter = ReadRow(zlib, row.AsSpan(header.Pixel), chunks.Name);
                if (filter > 4)
                    throw chunks.Wrong(0, $"the filter of row {y}", "a number from 0 to 4", $"{filter}");
                Unfilter(filter, row, above, header.Pixel);
                PngPixels.ToFrame(row.AsSpan(header.Pixel), header.Type, frame.Row(y));
                (row, above) = (above, row);
            }

            return frame;
        }
        catch
        {
            frame.Dispose();
            throw;
        }
    }

    private static int ReadRow(ZLibStream zlib, Span<byte> row, string name)
    {
        try
        {
            int filter = zlib.ReadByte();
            zlib.ReadExactly(row);
            return filter;
        }
        catch (Exception exception) when (exception is EndOfStreamException or InvalidDataException)
        {
            throw new InvalidDataException($"{name}: the compressed pixels are damaged or end too early.", exception);
        }
    }

    private static void Unfilter(int filter, byte[] row, byte[] above, int pixel)
    {
        for (int i = pixel; i < row.Length; i++)
        {
            byte left = row[i - pixel], up = above[i], corner = above[i - pixel];
            row[i] += filter switch
            {
                1 => left,
                2 => up,
                3 => (byte)((left + up) >> 1),
                4 => PngFilter.PaethPredictor(left, up, corner),
                _ => 0,
            };
        }
    }
}

/// <summary>What IHDR says.</summary>
internal readonly record struct PngHeader(int Width, int Height, PngColorType Type)
{
    public int Pixel => PngPixels.Samples(Type);

    public int RowBytes => Width * Pixel;

    public long FilteredBytes => (RowBytes + 1L) * Height;
}
