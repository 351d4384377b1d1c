using System.Buffers.Binary;

namespace Cymatic.Media;

/// <summary>Reads what a plain MP4 file says of its sound, in a millisecond where ffprobe takes 70.</summary>
/// <remarks>
/// Plain are files as encoders write them: AAC-LC of one or two channels, at most one track of pictures, no fragments, all from time 0.
/// Of everything else, and of what is damaged, nothing is said here: ffprobe knows better. Boxes: ISO/IEC 14496-12 and -14.
/// </remarks>
internal static class Mp4Header
{
    private const int MostBytes = 64 << 20;

    // Below 32 kHz the samples may hold a second half of the spectrum that the header does not announce (SBR).
    private static readonly int[] Rates = [96_000, 88_200, 64_000, 48_000, 44_100, 32_000];

    /// <summary>What it says; null for a file that is not plain.</summary>
    public static SoundTrack? TryRead(string path)
    {
        try
        {
            return Movie(path) is { } movie ? Read(path, movie) : null;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The content of the box with the tracks; null where there is none, or where fragments come before it.</summary>
    private static byte[]? Movie(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        Span<byte> header = stackalloc byte[16];
        for (bool isFirst = true; stream.CanSeek && stream.ReadAtLeast(header, 16, throwOnEndOfStream: false) == 16; isFirst = false)
        {
            long length = BinaryPrimitives.ReadUInt32BigEndian(header);
            ReadOnlySpan<byte> kind = header.Slice(4, 4);
            if (isFirst != kind.SequenceEqual("ftyp"u8) || kind.SequenceEqual("moof"u8))
                return null;
            if (length == 1)
                length = BinaryPrimitives.ReadInt64BigEndian(header[8..]);
            if (length < 16 && !(length == 8 && kind.SequenceEqual("free"u8)))
                return null;
            stream.Position -= 16;
            if (!kind.SequenceEqual("moov"u8))
            {
                stream.Position += length;
                continue;
            }

            if (length > MostBytes || length > stream.Length - stream.Position)
                return null;
            var content = new byte[length];
            stream.ReadExactly(content);
            return content[8..];
        }

        return null;
    }

    private static SoundTrack? Read(string path, ReadOnlySpan<byte> movie)
    {
        ReadOnlySpan<byte> header = Mp4Boxes.Require(movie, "mvhd", 20);
        int ticks = BinaryPrimitives.ReadInt32BigEndian(header[(header[0] == 0 ? 12 : 20)..]);
        if (ticks <= 0 || Mp4Boxes.Find(movie, "mvex", out _))
            return null;
        SoundTrack? sound = null;
        FrameRate? rate = null;
        var boxes = new Mp4Boxes(movie);
        while (boxes.MoveNext())
        {
            if (!boxes.Kind.SequenceEqual("trak"u8))
                continue;
            var track = new Mp4Track(boxes.Content);
            if (track.Kind.SequenceEqual("soun"u8))
                sound = sound is null && Aac(track.Description) is var (hz, channels)
                    ? new SoundTrack { Path = path, SampleRate = hz, Channels = channels, Duration = track.Duration(ticks) }
                    : throw new InvalidDataException();
            else if (track.Kind.SequenceEqual("vide"u8))
                rate = rate is null && track.BeginsAtZero ? Rate(track) : throw new InvalidDataException();
        }

        return sound is null ? null : sound with { HasVideo = rate is not null, FrameRate = rate };
    }

    private static FrameRate Rate(Mp4Track track)
    {
        (long count, long ticks) = track.Frames();
        long num = count * track.TicksPerSecond, divisor = (long)System.Numerics.BigInteger.GreatestCommonDivisor(num, ticks);
        if (count < 2 || num / divisor > int.MaxValue || ticks / divisor > int.MaxValue)
            throw new InvalidDataException();
        return new((int)(num / divisor), (int)(ticks / divisor));
    }

    /// <summary>Rate and channels of AAC-LC; null for another codec.</summary>
    private static (int Hz, int Channels)? Aac(ReadOnlySpan<byte> description)
    {
        ReadOnlySpan<byte> entry = description[16..];
        bool isOne = BinaryPrimitives.ReadInt32BigEndian(description[4..]) == 1;
        if (!isOne || !description.Slice(12, 4).SequenceEqual("mp4a"u8) || entry.Length < 28 || entry[8] != 0 || entry[9] != 0)
            return null;
        if (!Mp4Boxes.Find(entry[28..], "esds", out ReadOnlySpan<byte> esds) || esds.Length < 4)
            return null;
        ReadOnlySpan<byte> stream = Descriptor(esds[4..], 3);
        if (stream.Length < 3 || stream[2] >> 5 != 0)
            return null;
        ReadOnlySpan<byte> decoder = Descriptor(stream[3..], 4);
        if (decoder.Length < 13 || decoder[0] != 0x40)
            return null;
        return Configuration(Descriptor(decoder[13..], 5));
    }

    // ISO/IEC 14496-3, 1.6.2.1: 5 bits of kind (2 is LC), 4 of rate, 4 of channels, 3 that are 0; perhaps "without SBR" behind.
    private static (int Hz, int Channels)? Configuration(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 2 || (bytes.Length > 2 && !bytes[2..].StartsWith((ReadOnlySpan<byte>)[0x56, 0xE5, 0])))
            return null;
        int bits = BinaryPrimitives.ReadUInt16BigEndian(bytes), rate = (bits >> 7) & 15, channels = (bits >> 3) & 15;
        return bits >> 11 == 2 && rate < Rates.Length && channels is 1 or 2 && (bits & 7) == 0 ? (Rates[rate], channels) : null;
    }

    private static ReadOnlySpan<byte> Descriptor(ReadOnlySpan<byte> bytes, int tag)
    {
        if (bytes.Length < 2 || bytes[0] != tag)
            return [];
        int length = 0, at = 1;
        do
            length = (length << 7) | (bytes[at] & 0x7F);
        while ((bytes[at++] & 0x80) != 0 && at < 5 && at < bytes.Length);
        return length <= bytes.Length - at ? bytes.Slice(at, length) : [];
    }
}
