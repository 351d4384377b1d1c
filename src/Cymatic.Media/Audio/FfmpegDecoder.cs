using System.Globalization;
using Cymatic.Signal;

namespace Cymatic.Media;

/// <summary>Decodes the first sound stream of any media file by one child process.</summary>
/// <remarks>The child writes a WAV stream: its header says rate and channels, so that no second process has to be asked first.</remarks>
internal static class FfmpegDecoder
{
    /// <summary>Decodes the whole stream at its own rate and channels.</summary>
    public static AudioReading Read(string path, bool mono, Job job)
    {
        using FfmpegChild child = FfmpegChild.Start(Ffmpeg.Program, Arguments(path), job.Cancel);
        string task = $"decode {Path.GetFileName(path)}";
        try
        {
            child.Input.Dispose();
            if (Header(child, path) is not { } format)
                throw child.WaitForExit() == 0 ? Empty(path) : child.Failure(task);
            using SampleSpool spool = new(format.Channels);
            Collect(child, path, spool, format.SampleRate, job);
            child.WaitForSuccess(task);
            return Finish(child, path, spool, format.SampleRate, mono);
        }
        catch (FfmpegException e) when (e.ExitCode < 128)
        {
            if (MediaProbe.Explain(path, job.Cancel) is { } reason)
                throw reason;
            throw;
        }
        catch (IOException) when (job.Cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(job.Cancel);
        }
    }

    private static string[] Arguments(string path) =>
    [
        "-nostdin", "-hide_banner", "-nostats", "-loglevel", "level+info",
        "-protocol_whitelist", "file,pipe,fd", "-i", MediaProbe.Url(path),
        "-map", "0:a:0", "-map_metadata", "-1", "-fflags", "+bitexact", "-c:a", "pcm_f32le", "-f", "wav", "pipe:1",
    ];

    private static WavFormat? Header(FfmpegChild child, string path)
    {
        try
        {
            return WavHeader.Read(child.Output, path, long.MaxValue);
        }
        catch (MalformedFileException)
        {
            return null; // the child ended before it had anything to say; its exit code tells why
        }
    }

    private static void Collect(FfmpegChild child, string path, SampleSpool spool, int sampleRate, Job job)
    {
        const int Step = 1 << 20;
        long unreported = 0;
        for (int read; (read = child.Output.Read(Room(spool))) > 0; unreported += read)
        {
            spool.Advance(read);
            if (spool.Frames > Array.MaxLength)
                throw UnreadableMediaException.TooLong(path);
            if (unreported < Step || child.Log.Duration is not > 0)
                continue;
            unreported = 0;
            job.Report(Math.Min(1, spool.Frames / (double)sampleRate / child.Log.Duration.Value));
        }
    }

    // Small reads keep the pages that were just filled in the cache.
    private static Span<byte> Room(SampleSpool spool)
    {
        Span<byte> room = spool.Room();
        return room.Length > 1 << 20 ? room[..(1 << 20)] : room;
    }

    private static AudioReading Finish(FfmpegChild child, string path, SampleSpool spool, int sampleRate, bool mono)
    {
        if (spool.Frames == 0)
            throw Empty(path);
        if (child.Log.ErrorCount > 0 && child.Log.Says("misdetection possible"))
            throw new UnreadableMediaException(path, "is not a media file that ffmpeg can read");
        List<string> remarks = [];
        double seconds = spool.Frames / (double)sampleRate;
        string name = Path.GetFileName(path);
        if (child.Log.ErrorCount > 0)
            remarks.Add($"{name} is damaged; ffmpeg decoded what it could: {string.Join("; ", child.Log.Errors.Take(3))}.");
        if (child.Log.Duration is { } announced && seconds < announced - Math.Max(0.1, announced * 0.005))
        {
            string sentence = string.Create(
                CultureInfo.InvariantCulture, $"it announces {announced:0.00} s and holds {seconds:0.00} s of sound");
            remarks.Add($"{name} is cut short: {sentence}.");
        }

        Sound sound = spool.ToSound(sampleRate, mono, out long silenced);
        if (silenced > 0)
            remarks.Add(NonFinite.Remark(path, silenced));
        return new AudioReading(sound, remarks);
    }

    private static UnreadableMediaException Empty(string path) => new(path, "holds an empty sound: not one sample could be decoded");
}
