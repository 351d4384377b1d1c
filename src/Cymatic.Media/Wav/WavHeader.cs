using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Cymatic.Signal;

namespace Cymatic.Media;

/// <summary>Reads the chunks of a RIFF/WAVE or RF64 file up to its samples, forwards only, so that a pipe will do.</summary>
/// <remarks>Microsoft, Multiple Channel Audio Data and WAVE Files (2007); EBU Tech 3306 v1.1 (RF64).</remarks>
internal sealed class WavHeader
{
    private const uint Unknown = uint.MaxValue; // also what a writer leaves that could not go back
    private const ushort Pcm = 1, Float = 3, Extensible = 0xFFFE;

    private readonly Stream _stream;
    private readonly string _path;
    private readonly long _length;
    private readonly byte[] _fields = new byte[40];
    private long _offset;

    private WavHeader(Stream stream, string path, long length) => (_stream, _path, _length) = (stream, path, length);

    /// <summary>Reads up to the first sample.</summary>
    /// <param name="stream">Stands at the file's first byte; afterwards at the first sample.</param>
    /// <param name="path">Named in errors.</param>
    /// <param name="length">Bytes in the file; <see cref="long.MaxValue"/> when that is not known.</param>
    /// <returns>Null when the samples are of a kind that is for ffmpeg to decode (ADPCM, µ-law, MP3, …).</returns>
    /// <exception cref="MalformedFileException">The header is damaged.</exception>
    public static WavFormat? Read(Stream stream, string path, long length) => new WavHeader(stream, path, length).Read();

    /// <summary>Whether a file starts as a WAV file does; 12 bytes are enough.</summary>
    public static bool IsWav(ReadOnlySpan<byte> start) =>
        start.Length >= 12 && (start.StartsWith("RIFF"u8) || start.StartsWith("RF64"u8)) && start[8..].StartsWith("WAVE"u8);

    private WavFormat? Read()
    {
        Span<byte> start = Next(12, "RIFF header");
        if (!IsWav(start))
            throw new MalformedFileException(_path, 0, "the start", "RIFF or RF64, a size, and WAVE", Encoding.Latin1.GetString(start));
        long? longSize = null;
        WavFormat? format = null;
        bool known = true;
        while (true)
        {
            long at = _offset;
            Span<byte> chunk = Next(8, format is null ? "the format chunk" : "the data chunk");
            uint size = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            if (chunk.StartsWith("data"u8))
                return known ? Complete(format, at, size, longSize) : null;
            Check(at, chunk, size);
            if (chunk.StartsWith("fmt "u8))
            {
                format = Format(at, size);
                known = format is not null;
            }
            else if (chunk.StartsWith("ds64"u8) && size >= 24)
                longSize = LongSize(size);
            else
                Skip(size);
            Skip(size & 1); // chunks start at even bytes
        }
    }

    private WavFormat Complete(WavFormat? format, long at, uint size, long? longSize)
    {
        if (format is null)
            throw new MalformedFileException(_path, at, "the chunk", "the format ('fmt ') before the data", "data");
        long? length = size == Unknown ? longSize : size;
        if (length < format.FrameBytes)
        {
            string expected = $"at least one sample of {format.FrameBytes} bytes";
            throw new MalformedFileException(_path, at + 4, "the size of the data", expected, Text(length.Value));
        }

        return format with { DataOffset = _offset, DataLength = length };
    }

    private WavFormat? Format(long at, uint size)
    {
        if (size < 16)
            throw new MalformedFileException(_path, at + 4, "the size of the format chunk", "at least 16", Text(size));
        int taken = (int)Math.Min(size, 40);
        Span<byte> f = Next(taken, "the format chunk");
        Skip(size - taken);
        ushort tag = U16(f, 0);
        if (tag == Extensible && taken >= 26)
            tag = U16(f, 24); // the first two bytes of the sub-format's GUID
        int channels = U16(f, 2), frameBytes = U16(f, 12), bits = U16(f, 14);
        uint rate = BinaryPrimitives.ReadUInt32LittleEndian(f[4..]);
        if (tag is not (Pcm or Float))
            return null;
        Require(channels > 0, at + 10, "the number of channels", "at least 1", channels);
        Require(rate is > 0 and <= int.MaxValue, at + 12, "the sample rate", "from 1 to 2147483647 Hz", rate);
        bool valid = tag == Pcm ? bits is > 0 and <= 32 : bits is 32 or 64;
        Require(valid, at + 22, "the bits of a sample", tag == Pcm ? "from 1 to 32" : "32 or 64", bits);
        int bytes = (bits + 7) / 8;
        Require(frameBytes == bytes * channels, at + 20, "the bytes of a frame", $"{channels} × {bytes}", frameBytes);
        return new WavFormat(tag == Float, bytes, channels, (int)rate, 0, null);
    }

    private long LongSize(uint size)
    {
        long at = _offset;
        Span<byte> f = Next(24, "the ds64 chunk");
        long length = BinaryPrimitives.ReadInt64LittleEndian(f[8..]);
        Require(length >= 0, at + 8, "the size of the data", "not negative", length);
        Skip(size - 24);
        return length;
    }

    private void Check(long at, ReadOnlySpan<byte> chunk, uint size)
    {
        if (size > _length - _offset)
        {
            string name = Encoding.Latin1.GetString(chunk[..4]);
            string expected = $"at most the {_length - _offset} bytes that follow";
            throw new MalformedFileException(_path, at + 4, $"the size of chunk '{name}'", expected, Text(size));
        }
    }

    private void Require(bool holds, long at, string field, string expected, long found)
    {
        if (!holds)
            throw new MalformedFileException(_path, at, field, expected, Text(found));
    }

    private Span<byte> Next(int count, string field)
    {
        Span<byte> bytes = _fields.AsSpan(0, count);
        int read = _stream.ReadAtLeast(bytes, count, throwOnEndOfStream: false);
        if (read < count)
            throw new MalformedFileException(
                _path, _offset, field, $"{count} bytes", read == 0 ? "the end of the file" : $"{read} bytes and the end");
        _offset += count;
        return bytes;
    }

    private void Skip(long count)
    {
        if (_stream.CanSeek)
            _stream.Seek(count, SeekOrigin.Current);
        else
        {
            for (long left = count; left > 0;)
                left -= Next((int)Math.Min(left, _fields.Length), "a chunk").Length;
            _offset -= count;
        }

        _offset += count;
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
