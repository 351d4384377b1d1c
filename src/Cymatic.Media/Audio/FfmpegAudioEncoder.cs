using System.Globalization;
using System.Runtime.InteropServices;

namespace Cymatic.Media;

/// <summary>Encodes a sound through one child process.</summary>
internal static class FfmpegAudioEncoder
{
    private const int BlockSamples = 1 << 16;

    /// <summary>Encodes into the file's temporary path.</summary>
    public static void Write(AtomicFile file, AudioClip sound, AudioWriteOptions options, Job job)
    {
        string path = file.Path;
        AudioContainer container = AudioContainer.For(path);
        if (container.IsLossless && options.Format == SampleFormat.FloatingPoint)
            throw new ArgumentException($"{Path.GetFileName(path)}: FLAC has no floating point; choose 16 or 24 bits.", nameof(options));
        AudioClip clip = container.IsLossless ? sound : HeldClip.IfLow(sound);
        using FfmpegChild child = FfmpegChild.Start(Ffmpeg.Program, Arguments(file.TemporaryPath, clip, options, container), job.Cancel);
        string task = $"encode {Path.GetFileName(path)}";
        void Put(ReadOnlySpan<byte> bytes)
        {
            try
            {
                if (bytes.IsEmpty)
                    child.Input.Dispose();
                else
                    child.Input.Write(bytes);
            }
            catch (IOException)
            {
                throw child.Failure(task, path);
            }
        }

        Feed(Put, clip, Quantisation(container, options), job);
        child.WaitForSuccess(task, path);
    }

    private static int Quantisation(AudioContainer container, AudioWriteOptions options) =>
        !container.IsLossless ? 0 : options.Format == SampleFormat.Pcm16 ? 16 : 24;

    private static List<string> Arguments(string target, AudioClip sound, AudioWriteOptions options, AudioContainer container)
    {
        int bits = Quantisation(container, options);
        List<string> arguments =
        [
            "-nostdin", "-hide_banner", "-nostats", "-loglevel", "level+info", "-y", "-protocol_whitelist", "file,pipe,fd",
            "-f", bits switch { 0 => "f32le", 16 => "s16le", _ => "s32le" },
            "-ar", sound.SampleRate.ToString(CultureInfo.InvariantCulture), "-ac", sound.Channels.ToString(CultureInfo.InvariantCulture),
            "-i", "pipe:0", "-fflags", "+bitexact", "-c:a", container.Encoder,
        ];
        arguments.AddRange(bits switch
        {
            0 => ["-b:a", string.Create(CultureInfo.InvariantCulture, $"{options.BitRateKbps}k")],
            16 => ["-sample_fmt", "s16"],
            _ => ["-sample_fmt", "s32", "-bits_per_raw_sample", "24"],
        });
        if (container.IsLossless && sound.SampleRate > 48000)
            arguments.AddRange(["-frame_size", "4608"]); // ffmpeg writes longer blocks at high rates, and cannot read back the longest
        return [.. arguments, .. MetadataArguments.Of(options.Metadata), "-f", container.Muxer, MediaProbe.Url(target)];
    }

    // What the clip throws is its own affair; only the pipe's failures are the child's. No bytes are the end.
    private static void Feed(Action<ReadOnlySpan<byte>> put, AudioClip sound, int bits, Job job)
    {
        int blockFrames = Math.Max(1, BlockSamples / sound.Channels), sampleBytes = bits == 16 ? 2 : 4;
        var samples = new float[blockFrames * sound.Channels];
        var bytes = new byte[samples.Length * sampleBytes];
        for (long at = 0; at < sound.Length; at += blockFrames)
        {
            job.Cancel.ThrowIfCancellationRequested();
            int count = (int)Math.Min(blockFrames, sound.Length - at);
            Span<float> block = samples.AsSpan(0, count * sound.Channels);
            sound.Render(at, block);
            if (bits == 24)
                Samples.EncodeTopThree(block, MemoryMarshal.Cast<byte, int>(bytes.AsSpan()));
            else
                Samples.Encode(bits == 16 ? SampleFormat.Pcm16 : SampleFormat.FloatingPoint, block, bytes);
            put(bytes.AsSpan(0, block.Length * sampleBytes));
            job.Report((double)(at + count) / sound.Length);
        }

        put([]);
    }
}
