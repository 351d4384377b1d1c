namespace Cymatic.Media;

/// <summary>Writes WAV files; over 4 GiB they become RF64.</summary>
/// <remarks>
/// Up to two channels get the plain header that every program reads, more get WAVE_FORMAT_EXTENSIBLE without speaker positions.
/// </remarks>
internal static class WavWriter
{
    private const int BlockSamples = 1 << 16;

    /// <summary>Writes header and samples.</summary>
    public static void Write(Stream stream, AudioClip sound, SampleFormat format, Job job)
    {
        int frameBytes = Samples.BytesOf(format) * sound.Channels;
        stream.Write(Header(sound, format));
        int blockFrames = Math.Max(1, BlockSamples / sound.Channels);
        var samples = new float[blockFrames * sound.Channels];
        var bytes = new byte[blockFrames * frameBytes];
        for (long at = 0; at < sound.Length; at += blockFrames)
        {
            job.Cancel.ThrowIfCancellationRequested();
            int count = (int)Math.Min(blockFrames, sound.Length - at);
            Span<float> block = samples.AsSpan(0, count * sound.Channels);
            sound.Render(at, block);
            Samples.Encode(format, block, bytes);
            stream.Write(bytes, 0, count * frameBytes);
            job.Report((double)(at + count) / sound.Length);
        }

        if ((sound.Length * frameBytes & 1) == 1)
            stream.WriteByte(0);
    }

    private static byte[] Header(AudioClip sound, SampleFormat format)
    {
        int frameBytes = Samples.BytesOf(format) * sound.Channels;
        long data = sound.Length * frameBytes;
        bool extensible = sound.Channels > 2, rf64 = data > uint.MaxValue - 256L;
        int length = 12 + (rf64 ? 36 : 0) + (extensible ? 48 : 24) + 8;
        long riff = length - 8 + data + (data & 1);
        var header = new MemoryStream(length);
        using BinaryWriter w = new(header);
        w.Write(rf64 ? "RF64"u8 : "RIFF"u8);
        w.Write(rf64 ? uint.MaxValue : (uint)riff);
        w.Write("WAVE"u8);
        if (rf64)
            WriteLongSizes(w, riff, data, sound.Length);
        WriteFormat(w, sound, format, extensible);
        w.Write("data"u8);
        w.Write(rf64 ? uint.MaxValue : (uint)data);
        w.Flush();
        return header.ToArray();
    }

    private static void WriteLongSizes(BinaryWriter w, long riff, long data, long samples)
    {
        w.Write("ds64"u8);
        w.Write(28);
        w.Write(riff);
        w.Write(data);
        w.Write(samples);
        w.Write(0); // no table
    }

    private static void WriteFormat(BinaryWriter w, AudioClip sound, SampleFormat format, bool extensible)
    {
        int sampleBytes = Samples.BytesOf(format), frameBytes = sampleBytes * sound.Channels;
        ushort tag = (ushort)(format == SampleFormat.FloatingPoint ? 3 : 1);
        w.Write("fmt "u8);
        w.Write(extensible ? 40 : 16);
        w.Write(extensible ? (ushort)0xFFFE : tag);
        w.Write((ushort)sound.Channels);
        w.Write(sound.SampleRate);
        w.Write((uint)Math.Min(uint.MaxValue, (long)sound.SampleRate * frameBytes));
        w.Write((ushort)frameBytes);
        w.Write((ushort)(8 * sampleBytes));
        if (!extensible)
            return;
        w.Write((ushort)22);
        w.Write((ushort)(8 * sampleBytes));
        w.Write(0); // no speaker positions
        w.Write(tag);
        w.Write([0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71]);
    }
}
