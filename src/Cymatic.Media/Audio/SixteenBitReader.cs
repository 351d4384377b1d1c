using System.Globalization;
using System.Runtime.InteropServices;
using Cymatic.Signal;

namespace Cymatic.Media;

/// <summary>Reads a sound as programs do that ask ffmpeg for samples of 16 bits: MoviePy, and what was made with it.</summary>
public static class SixteenBitReader
{
    /// <summary>The first sound stream at a rate and with channels that ffmpeg makes of it, in steps of 1/32,768.</summary>
    /// <remarks>Equals MoviePy 1.0.3's AudioFileClip: "-f s16le -ar RATE -ac CHANNELS"; time stamps are not looked at.</remarks>
    /// <param name="path">An audio or video file.</param>
    /// <param name="sampleRate">Samples a second, at least 1000.</param>
    /// <param name="channels">1 or 2.</param>
    /// <param name="cancel">Ends the reading and the child process.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="UnreadableMediaException">It is no media file, or holds no sound.</exception>
    /// <exception cref="FfmpegException">ffmpeg is missing or failed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Sound Read(string path, int sampleRate, int channels, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1000);
        ArgumentOutOfRangeException.ThrowIfNotEqual(channels is 1 or 2, true, nameof(channels));
        MediaInfo info = MediaInfo.Read(path, cancel);
        if (info.Audio is null)
            throw new UnreadableMediaException(path, $"holds no sound, only {info.Kinds}");
        string[] arguments =
        [
            "-nostdin", "-hide_banner", "-nostats", "-loglevel", "level+info", "-protocol_whitelist", "file,pipe,fd",
            "-i", MediaProbe.Url(path), "-vn", "-f", "s16le", "-acodec", "pcm_s16le",
            "-ar", sampleRate.ToString(CultureInfo.InvariantCulture), "-ac", channels.ToString(CultureInfo.InvariantCulture), "pipe:1",
        ];
        using FfmpegChild child = FfmpegChild.Start(Ffmpeg.Program, arguments, cancel);
        child.Input.Dispose();
        using MemoryStream bytes = new();
        child.Output.CopyTo(bytes);
        child.WaitForSuccess($"decode {Path.GetFileName(path)}");
        ReadOnlySpan<short> samples = MemoryMarshal.Cast<byte, short>(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        var planes = new float[channels][];
        for (int c = 0; c < channels; c++)
        {
            planes[c] = new float[samples.Length / channels];
            for (int i = 0; i < planes[c].Length; i++)
                planes[c][i] = samples[(i * channels) + c] / 32768f;
        }

        return new Sound(planes, sampleRate);
    }
}
