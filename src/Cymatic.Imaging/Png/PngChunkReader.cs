using System.Buffers.Binary;
using System.Text;

namespace Cymatic.Imaging;

/// <summary>Walks through the chunks of a PNG file and checks their lengths and sums.</summary>
internal sealed class PngChunkReader(string name, ReadOnlyMemory<byte> file)
{
    private int _offset;

    internal string Name => name;

    internal PngHeader ReadHeader()
    {
        if (!file.Span.StartsWith(PngWriter.Signature))
            throw Wrong(0, "the signature", "that of a PNG file", Convert.ToHexString(file.Span[..Math.Min(8, file.Length)]));
        _offset = 8;
        ReadOnlySpan<byte> data = Next(out string type).Span;
        if (type != "IHDR" || data.Length != 13)
            throw Wrong(8, "the first chunk", "an IHDR of 13 bytes", $"{type} of {data.Length}");
        int width = Side(data, 16), height = Side(data[4..], 20);
        if (data[8] != 8)
            throw Wrong(24, "the bit depth", "8", $"{data[8]}");
        if (data[9] is not (0 or 2 or 4 or 6))
            throw Wrong(25, "the colour type", "0, 2, 4 or 6", $"{data[9]}");
        if (data[12] != 0)
            throw Wrong(28, "the interlace method", "0", $"{data[12]}");
        var header = new PngHeader(width, height, (PngColorType)data[9]);
        return header.FilteredBytes <= int.MaxValue / 4 * 3L ? header
            : throw Wrong(16, "IHDR", "less than 2 GiB of pixels", $"{width}×{height}");
    }

    /// <summary>The joined data of all IDAT chunks.</summary>
    internal MemoryStream ReadData()
    {
        var data = new MemoryStream();
        while (true)
        {
            ReadOnlyMemory<byte> chunk = Next(out string type);
            if (type == "IDAT")
                data.Write(chunk.Span);
            else if (type == "IEND")
                break;
        }

        data.Position = 0;
        return data;
    }

    internal InvalidDataException Wrong(int offset, string field, string expected, string found) =>
        new($"{name}, byte {offset}: {field} should be {expected}, but is '{found}'.");

    private int Side(ReadOnlySpan<byte> number, int offset)
    {
        uint side = BinaryPrimitives.ReadUInt32BigEndian(number);
        return side is >= 1 and <= Frame.MaxSide ? (int)side : throw Wrong(offset, "a side", $"1 to {Frame.MaxSide}", $"{side}");
    }

    private ReadOnlyMemory<byte> Next(out string type)
    {
        int start = _offset;
        if (file.Length - start < 12)
            throw Wrong(start, "the file", "continued by a chunk", "its end");
        ReadOnlySpan<byte> span = file.Span[start..];
        uint length = BinaryPrimitives.ReadUInt32BigEndian(span);
        if (length > file.Length - start - 12)
            throw Wrong(start, "a chunk's length", $"at most {file.Length - start - 12}", $"{length}");
        type = Encoding.Latin1.GetString(span.Slice(4, 4));
        ReadOnlyMemory<byte> data = file.Slice(start + 8, (int)length);
        uint sum = BinaryPrimitives.ReadUInt32BigEndian(span[(8 + (int)length)..]), expected = PngChunk.Crc(span.Slice(4, 4), data.Span);
        if (sum != expected)
            throw Wrong(start + 8 + (int)length, $"the CRC of {type}", $"{expected:x8}", $"{sum:x8}");
        _offset = start + 12 + (int)length;
        return data;
    }
}
