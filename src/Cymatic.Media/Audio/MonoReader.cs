using System.Globalization;
using System.Runtime.InteropServices;

namespace Cymatic.Media;

/// <summary>Takes samples of one channel, block after block; they are to be read before the call ends.</summary>
public delegate void MonoBlock(ReadOnlySpan<float> samples);

/// <summary>Reads the sound of a file once, from its start to its end, in blocks: memory does not grow with its length.</summary>
public static class MonoReader
{
    private const int BlockBytes = 1 << 18;

    /// <summary>The mean of the channels of the first sound stream at another rate; sample 0 is time 0 of the pictures.</summary>
    /// <remarks>Gaps of the time stamps are silence, samples that are no finite numbers are 0.</remarks>
    /// <param name="info">The file.</param>
    /// <param name="sampleRate">Samples a second, at least 1000.</param>
    /// <param name="take">Takes each block.</param>
    /// <param name="progress">The part that is done, from 0 to 1.</param>
    /// <param name="cancel">Ends the reading and the child process.</param>
    /// <returns>What ffmpeg found wrong, in sentences.</returns>
    /// <exception cref="UnreadableMediaException">It holds no sound, or none that can be decoded.</exception>
    /// <exception cref="FfmpegException">ffmpeg is missing or failed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<string> Read(
        MediaInfo info, int sampleRate, MonoBlock take, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(take);
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1000);
        if (info.Audio is not { SampleRate: > 0, Channels: > 0 } audio)
            throw new UnreadableMediaException(info.Path, $"holds no sound, only {info.Kinds}");
        using FfmpegChild child = FfmpegChild.Start(Ffmpeg.Program, Arguments(info, audio, sampleRate), cancel);
        string task = $"decode {Path.GetFileName(info.Path)}";
        try
        {
            child.Input.Dispose();
            long samples = Pass(child.Output, take, count => progress?.Report(
                Math.Min(1, count / (double)sampleRate / Math.Max(0.1, audio.Duration ?? info.Duration ?? double.PositiveInfinity))));
            child.WaitForSuccess(task);
            return samples > 0
                ? [.. child.Log.Errors.Take(3).Select(error => $"{Path.GetFileName(info.Path)} is damaged; ffmpeg says: {error}.")]
                : throw new UnreadableMediaException(info.Path, "holds an empty sound: not one sample could be decoded");
        }
        catch (IOException) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancel);
        }
    }

    private static long Pass(Stream output, MonoBlock take, Action<long> report)
    {
        var block = new byte[BlockBytes];
        long samples = 0;
        for (int length; (length = output.ReadAtLeast(block, BlockBytes, throwOnEndOfStream: false)) >= sizeof(float);)
        {
            Span<float> numbers = MemoryMarshal.Cast<byte, float>(block.AsSpan(0, length));
            NonFinite.Silence(numbers);
            take(numbers);
            report(samples += numbers.Length);
        }

        return samples;
    }

    private static string[] Arguments(MediaInfo info, AudioStreamInfo audio, int sampleRate)
    {
        string mean = string.Join('+', Enumerable.Range(0, audio.Channels)
            .Select(c => string.Create(CultureInfo.InvariantCulture, $"{1.0 / audio.Channels:0.######}*c{c}")));
        long first = (long)Math.Round(info.Zero * sampleRate);
        return
        [
            "-nostdin", "-hide_banner", "-nostats", "-loglevel", "level+info", "-protocol_whitelist", "file,pipe,fd", "-copyts",
            "-i", MediaProbe.Url(info.Path), "-map", string.Create(CultureInfo.InvariantCulture, $"0:{audio.Index}"),
            "-af", string.Create(CultureInfo.InvariantCulture, $"pan=mono|c0={mean},aresample={sampleRate}:async=1:first_pts={first}"),
            "-c:a", "pcm_f32le", "-f", "f32le", "pipe:1",
        ];
    }
}
