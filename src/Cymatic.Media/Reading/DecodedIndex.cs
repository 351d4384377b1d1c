using System.Globalization;

namespace Cymatic.Media;

/// <summary>
/// The index of a video whose packets do not tell it (VP8 with hidden frames, transport streams, AVI): it is decoded once.
/// </summary>
internal static class DecodedIndex
{
    /// <summary>Decodes the whole stream for the times of its frames.</summary>
    /// <param name="path">The file.</param>
    /// <param name="stream">Which stream.</param>
    /// <param name="seeks">Whether ffmpeg can seek to its keys.</param>
    /// <param name="cancel">Ends the child.</param>
    /// <exception cref="UnreadableMediaException">Not one frame can be decoded.</exception>
    public static FrameIndex Read(string path, VideoStreamInfo stream, bool seeks, CancellationToken cancel)
    {
        List<ShownFrame> frames = [];
        string[] arguments =
        [
            "-nostdin", "-hide_banner", "-nostats", "-loglevel", "level+info", "-protocol_whitelist", "file,pipe,fd", "-copyts",
            "-i", MediaProbe.Url(path), "-map", string.Create(CultureInfo.InvariantCulture, $"0:{stream.Index}"),
            "-vf", ShownFrame.Filter, "-fps_mode", "passthrough", "-f", "null", "-",
        ];
        bool Take(string line)
        {
            bool isInfo = ShownFrame.TryParse(line, out ShownFrame? frame);
            if (frame is { } shown)
                frames.Add(shown);
            return isInfo;
        }

        using FfmpegChild child = FfmpegChild.Start(Ffmpeg.Program, arguments, cancel, Take);
        child.Input.Dispose();
        child.WaitForExit();
        if (frames.Count == 0)
            throw NoPicture(path, child.Log);
        return Of(frames, stream, seeks);
    }

    /// <summary>An index of what a decoder gave; a frame whose time is missing or too early follows the one before by the rate.</summary>
    public static FrameIndex Of(IReadOnlyList<ShownFrame> frames, VideoStreamInfo stream, bool seeks)
    {
        long step = TicksPerFrame(stream);
        var times = new long[frames.Count];
        for (int n = 0; n < times.Length; n++)
        {
            long guess = n == 0 ? 0 : times[n - 1] + step;
            long time = frames[n].Time ?? guess;
            times[n] = n == 0 || time > times[n - 1] ? time : guess;
        }

        IEnumerable<int> keys = seeks ? Enumerable.Range(0, times.Length).Where(n => frames[n].IsKey && frames[n].Time == times[n]) : [];
        return new FrameIndex(times, keys, times[^1] + (times.Length > 1 ? times[^1] - times[^2] : step)) { IsCounted = true };
    }

    private static long TicksPerFrame(VideoStreamInfo stream) => stream.AverageRate is { } rate
        ? Math.Max(1, (long)Math.Round((double)rate.Den / rate.Num * stream.TimeBase.Den / stream.TimeBase.Num))
        : 1;

    /// <summary>The error for a video of which nothing can be decoded.</summary>
    public static UnreadableMediaException NoPicture(string path, StderrLog log)
    {
        string reason = log.Errors.Count > 0 ? log.Errors[^1] : log.LastLines.Count > 0 ? log.LastLines[^1] : "no reason given";
        return new UnreadableMediaException(path, $"holds no picture that ffmpeg can decode ({reason.TrimEnd('.')})");
    }
}
