using System.Globalization;
using Cymatic.Signal;

namespace Cymatic.Media;

/// <summary>Reads the samples of a WAV file without starting ffmpeg.</summary>
internal static class WavReader
{
    private const int BlockSamples = 1 << 16;

    /// <summary>Reads a file; null when it is no WAV file, or one whose samples are for ffmpeg to decode.</summary>
    /// <exception cref="MalformedFileException">It is a WAV file, and damaged.</exception>
    public static AudioReading? TryRead(string path, bool mono, Job job)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        Span<byte> start = stackalloc byte[12];
        if (!WavHeader.IsWav(start[..file.ReadAtLeast(start, 12, throwOnEndOfStream: false)]))
            return null;
        file.Position = 0;
        return WavHeader.Read(file, path, file.Length) is { } format ? ReadSamples(file, format, mono, job) : null;
    }

    private static AudioReading ReadSamples(FileStream file, WavFormat format, bool mono, Job job)
    {
        List<string> remarks = [];
        long frames = FramesIn(file, format, remarks);
        var channels = new float[mono ? 1 : format.Channels][];
        for (int c = 0; c < channels.Length; c++)
            channels[c] = GC.AllocateUninitializedArray<float>((int)frames);

        int blockFrames = Math.Max(1, BlockSamples / format.Channels);
        var bytes = new byte[blockFrames * format.FrameBytes];
        var samples = new float[blockFrames * format.Channels];
        long silenced = 0;
        for (int at = 0; at < frames; at += blockFrames)
        {
            job.Cancel.ThrowIfCancellationRequested();
            int count = (int)Math.Min(blockFrames, frames - at);
            file.ReadExactly(bytes, 0, count * format.FrameBytes);
            Span<float> block = samples.AsSpan(0, count * format.Channels);
            Samples.Decode(format, bytes.AsSpan(0, count * format.FrameBytes), block);
            if (format.IsFloat)
                silenced += NonFinite.Silence(block);
            if (mono && format.Channels > 1)
                Interleaving.Mean(block, format.Channels, channels[0].AsSpan(at, count));
            else
                Interleaving.Split(block, channels, at);
            job.Report((double)(at + count) / frames);
        }

        if (silenced > 0)
            remarks.Add(NonFinite.Remark(file.Name, silenced));
        return new AudioReading(new Sound(channels, format.SampleRate), remarks);
    }

    private static long FramesIn(FileStream file, WavFormat format, List<string> remarks)
    {
        long present = (file.Length - format.DataOffset) / format.FrameBytes;
        long announced = format.DataLength / format.FrameBytes ?? present;
        if (present == 0)
        {
            string expected = $"at least one sample of {format.FrameBytes} bytes";
            throw new MalformedFileException(file.Name, format.DataOffset, "the data", expected, "the end of the file");
        }

        if (announced > present)
        {
            string seconds = (announced / (double)format.SampleRate).ToString("0.00", CultureInfo.InvariantCulture);
            string held = (present / (double)format.SampleRate).ToString("0.00", CultureInfo.InvariantCulture);
            remarks.Add($"{Path.GetFileName(file.Name)} is cut short: its header announces {seconds} s, the file holds {held} s.");
        }

        long frames = Math.Min(announced, present);
        return frames <= Array.MaxLength
            ? frames
            : throw UnreadableMediaException.TooLong(file.Name);
    }
}
