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
    /// <param name="track">The file.</param>
    /// <param name="sampleRate">Samples a second, at least 1000.</param>
    /// <param name="take">Takes each block.</param>
    /// <param name="progress">The part that is done, from 0 to 1.</param>
    /// <param name="cancel">Ends the reading and the child process.</param>
    /// <returns>What ffmpeg found wrong, in sentences.</returns>
    /// <exception cref="UnreadableMediaException">It holds no sound that can be decoded.</exception>
    /// <exception cref="FfmpegException">ffmpeg is missing or failed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<string> Read(
        SoundTrack track, int sampleRate, MonoBlock take, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(track);
        ArgumentNullException.ThrowIfNull(take);
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1000);
        string[] arguments = Arguments(track.Path, track.Channels, (sampleRate, FirstSample(track, sampleRate)));
        using FfmpegChild child = FfmpegChild.Start(Ffmpeg.Program, arguments, cancel);
        double seconds = Math.Max(0.1, track.Duration ?? double.PositiveInfinity);
        return Read(child, track.Path, take, count => progress?.Report(Math.Min(1, count / (double)sampleRate / seconds)), cancel);
    }

    /// <summary>Where the sound's first sample lies when time 0 is that of the pictures.</summary>
    internal static long FirstSample(SoundTrack track, int sampleRate) => (long)Math.Round(track.Zero * sampleRate);

    /// <summary>Reads what a child decodes.</summary>
    internal static IReadOnlyList<string> Read(
        FfmpegChild child, string path, MonoBlock take, Action<long> report, CancellationToken cancel)
    {
        string name = Path.GetFileName(path);
        try
        {
            child.Input.Dispose();
            long samples = Pass(child.Output, take, report);
            child.WaitForSuccess($"decode {name}");
            return samples > 0
                ? [.. child.Log.Errors.Take(3).Select(error => $"{name} is damaged; ffmpeg says: {error}.")]
                : throw new UnreadableMediaException(path, "holds an empty sound: not one sample could be decoded");
        }
        catch (IOException) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancel);
        }
    }

    /// <summary>What ffmpeg is told.</summary>
    /// <param name="path">The file.</param>
    /// <param name="channels">Its channels, whose mean is taken.</param>
    /// <param name="samples">Their rate, and where the first lies.</param>
    internal static string[] Arguments(string path, int channels, (int Rate, long First) samples)
    {
        string mean = string.Join('+', Enumerable.Range(0, channels)
            .Select(c => string.Create(CultureInfo.InvariantCulture, $"{1.0 / channels:0.######}*c{c}")));
        string filter = string.Create(
            CultureInfo.InvariantCulture, $"pan=mono|c0={mean},aresample={samples.Rate}:async=1:first_pts={samples.First}");
        return
        [
            "-nostdin", "-hide_banner", "-nostats", "-loglevel", "level+info", "-protocol_whitelist", "file,pipe,fd", "-copyts",
            "-i", MediaProbe.Url(path), "-map", "0:a:0", "-af", filter, "-c:a", "pcm_f32le", "-f", "f32le", "pipe:1",
        ];
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
}
