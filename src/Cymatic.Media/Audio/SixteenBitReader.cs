using System.Globalization;
using System.Runtime.InteropServices;

namespace Cymatic.Media;

/// <summary>Reads a sound as programs do that ask ffmpeg for samples of 16 bits: MoviePy, and what was made with it.</summary>
public static class SixteenBitReader
{
    private const int BlockBytes = 1 << 18;

    /// <summary>The mean of the two channels that ffmpeg makes of the first sound stream at a rate, in steps of 1/65,536.</summary>
    /// <remarks>Equals MoviePy 1.0.3's AudioFileClip: "-f s16le -ar RATE -ac 2"; time stamps are not looked at.</remarks>
    /// <param name="info">An audio or video file.</param>
    /// <param name="sampleRate">Samples a second, at least 1000.</param>
    /// <param name="take">Takes each block.</param>
    /// <param name="cancel">Ends the reading and the child process.</param>
    /// <exception cref="UnreadableMediaException">It holds no sound.</exception>
    /// <exception cref="FfmpegException">ffmpeg is missing or failed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static void Read(MediaInfo info, int sampleRate, MonoBlock take, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(take);
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1000);
        if (info.Audio is null)
            throw new UnreadableMediaException(info.Path, $"holds no sound, only {info.Kinds}");
        string[] arguments =
        [
            "-nostdin", "-hide_banner", "-nostats", "-loglevel", "level+info", "-protocol_whitelist", "file,pipe,fd",
            "-i", MediaProbe.Url(info.Path), "-vn", "-f", "s16le", "-acodec", "pcm_s16le",
            "-ar", sampleRate.ToString(CultureInfo.InvariantCulture), "-ac", "2", "pipe:1",
        ];
        using FfmpegChild child = FfmpegChild.Start(Ffmpeg.Program, arguments, cancel);
        try
        {
            child.Input.Dispose();
            Pass(child.Output, take);
            child.WaitForSuccess($"decode {Path.GetFileName(info.Path)}");
        }
        catch (IOException) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancel);
        }
    }

    private static void Pass(Stream output, MonoBlock take)
    {
        var block = new byte[BlockBytes];
        var means = new float[BlockBytes / (2 * sizeof(short))];
        for (int length; (length = output.ReadAtLeast(block, BlockBytes, throwOnEndOfStream: false)) >= 2 * sizeof(short);)
        {
            ReadOnlySpan<short> samples = MemoryMarshal.Cast<byte, short>(block.AsSpan(0, length));
            Span<float> own = means.AsSpan(0, samples.Length / 2);
            for (int i = 0; i < own.Length; i++)
                own[i] = (samples[2 * i] + samples[(2 * i) + 1]) / 65536f;
            take(own);
        }
    }
}
