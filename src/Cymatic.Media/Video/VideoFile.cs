namespace Cymatic.Media;

/// <summary>Writes movies.</summary>
public static class VideoFile
{
    /// <summary>Extensions of the movies that can be written.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".mp4", ".m4v", ".webm", ".gif"];

    /// <summary>Writes a movie; its kind follows the extension: .mp4 and .m4v (H.264, AAC), .webm (VP9, Opus), .gif (without sound).</summary>
    /// <remarks>
    /// Frame n is the clip at n·Den/Num seconds; there are as many frames as begin before the clip's end, and the sound lasts as long as
    /// they do, cut or followed by silence. Pictures are converted to yuv420p by BT.709 with left-sited chroma, and tagged so; an odd side is
    /// padded by repeating its last row or column; transparency becomes black. The file appears when it is whole.
    /// </remarks>
    /// <param name="path">The destination; an older file is replaced.</param>
    /// <param name="clip">Has pictures, and an end.</param>
    /// <param name="options">Frame rate, quality and speed.</param>
    /// <param name="progress">The part that is done, from 0 to 1.</param>
    /// <param name="cancel">Ends the writing and the child process; nothing is left.</param>
    /// <exception cref="ArgumentException">The extension is none of these, the clip has no pictures or no end, or a GIF is to have over 50
    /// frames a second.</exception>
    /// <exception cref="IOException">The disk is full (the message says so), or another error of the file system.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the older file may not be written to.</exception>
    /// <exception cref="FfmpegException">ffmpeg is missing or failed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static void Write(
        string path, Clip clip, VideoWriteOptions? options = null, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(clip);
        bool gif = Path.GetExtension(path).Equals(".gif", StringComparison.OrdinalIgnoreCase);
        if (!gif)
            MovieContainer.For(path);
        Movie movie = Plan(clip, options ?? new VideoWriteOptions(), gif);
        Job job = new(progress, cancel);
        using IDisposable session = DecoderPool.Session();
        using AtomicFile file = new(path);
        if (gif)
            GifEncoder.Write(path, file.TemporaryPath, movie, job);
        else
            MovieEncoder.Write(path, file.TemporaryPath, movie, job);
        file.Commit();
    }

    private static Movie Plan(Clip clip, VideoWriteOptions options, bool gif)
    {
        if (clip.Video is not { } video)
            throw new ArgumentException("A movie needs pictures; a sound alone is written as a sound file.", nameof(clip));
        if (!double.IsFinite(clip.Duration))
            throw new ArgumentException("A clip without end cannot be written.", nameof(clip));
        FrameRate rate = options.FrameRate ?? new FrameRate(gif ? 25 : 30);
        if (gif && rate.Num > 50L * rate.Den)
            throw new ArgumentException($"GIF shows at most 50 frames a second, not {rate}.", nameof(options));
        FrameTimes times = new(rate, Math.Max(1, rate.FramesIn(clip.Duration)));
        AudioClip? audio = gif || clip.Audio is null ? null : HeldClip.IfLow(clip.Audio);
        return new Movie(video, audio, times, options);
    }
}
