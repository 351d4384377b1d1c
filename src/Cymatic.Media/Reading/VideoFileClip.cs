using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>The pictures of a movie file, by time or by number. It holds neither a process nor an open file while nobody asks.</summary>
/// <remarks>
/// Frame n is the n-th frame that a reader from the start would get, in whatever order frames are asked for and by however many threads;
/// a frame that is damaged beyond decoding shows the one before. Pictures are turned upright and have square pixels, as players show them;
/// interlaced ones keep both fields. Clips of the same file share what they decode.
/// </remarks>
public sealed class VideoFileClip : VideoClip
{
    private readonly VideoSource _source;

    private VideoFileClip(VideoSource source, double duration)
        : base(source.Input.Width, source.Input.Height, duration) => _source = source;

    /// <summary>What the file says about itself.</summary>
    public MediaInfo Info => _source.Input.Info;

    /// <summary>Number of frames; the first call reads the file's packets, or decodes it where these do not tell.</summary>
    /// <exception cref="UnreadableMediaException">Not one frame can be decoded, or the file has changed.</exception>
    public long FrameCount => _source.Times.MakeIndex().Count;

    /// <summary>The file's average rate, exact: that of every frame unless it is variable.</summary>
    public override FrameRate? Rate => _source.Input.Stream.AverageRate ?? _source.Input.Stream.BaseRate;

    /// <inheritdoc/>
    public override bool IsOpaque => !_source.Input.Stream.HasAlpha;

    internal VideoSource Source => _source;

    internal override FileStretch? Stretch => new(_source, t => t);

    /// <summary>Opens a movie file, an animated GIF, or any other file with pictures that ffmpeg can decode.</summary>
    /// <param name="path">The file; time 0 is its earliest time stamp.</param>
    /// <param name="options">How it is read.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="UnreadableMediaException">It is no media file, or holds no pictures, or too large ones.</exception>
    /// <exception cref="FfmpegException">ffmpeg is missing.</exception>
    public static VideoFileClip Open(string path, VideoReadOptions? options = null) => Open(path, null, options ?? new VideoReadOptions());

    internal static VideoFileClip Open(string path, MediaInfo? info, VideoReadOptions options)
    {
        VideoSource source = VideoSources.Open(path, info, options);
        double end = source.Times.AnnouncedEnd ?? source.Times.End();
        return new VideoFileClip(source, Whole(end > 0 ? end : source.Times.End(), source.Input.Stream));
    }

    // Headers round the duration, to a tick or to microseconds: at a steady rate it is so many whole frames.
    private static double Whole(double end, VideoStreamInfo stream)
    {
        if (stream.AverageRate is not { } rate || stream.BaseRate != rate)
            return end;
        double frames = rate.TimeOf((long)Math.Round(end * rate.Num / rate.Den));
        double tick = Math.Min((double)stream.TimeBase.Num / stream.TimeBase.Den, rate.TimeOf(1) / 10);
        return frames > 0 && Math.Abs(frames - end) <= tick + 1e-6 ? frames : end;
    }

    /// <summary>The frame with a number.</summary>
    /// <param name="number">From 0 to <see cref="FrameCount"/> − 1.</param>
    /// <param name="target">Of this clip's size; all of it is filled.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such frame.</exception>
    /// <exception cref="ArgumentException">The target has another size.</exception>
    /// <exception cref="UnreadableMediaException">The file is gone, has changed, or ffmpeg gives nothing for too long.</exception>
    public void FrameAt(long number, Frame target)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        if (target.Width != Width || target.Height != Height)
        {
            throw new ArgumentException(
                $"A frame of {target.Width}×{target.Height} pixels cannot take pictures of {Width}×{Height}.", nameof(target));
        }

        _source.Get(number, target);
    }

    /// <summary>When a frame is shown, in seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such frame.</exception>
    public double TimeOf(long number)
    {
        if ((ulong)number >= (ulong)FrameCount)
            throw new ArgumentOutOfRangeException(nameof(number), number, $"There are {FrameCount} frames.");
        return _source.Times.TimeOf(number);
    }

    /// <summary>Number of the frame that is shown at a time: the last one whose time stamp is not later.</summary>
    /// <remarks>
    /// Files round time stamps to ticks: a stamp that is later by half a tick or less (at most a quarter of a frame) is not later. Before
    /// the first frame it is the first, after the last the last.
    /// </remarks>
    /// <param name="t">In seconds.</param>
    public long FrameNumberAt(double t) => _source.NumberAt(double.IsNaN(t) ? 0 : t);

    /// <summary>Draws the frame that is shown at time <paramref name="t"/>: <see cref="FrameNumberAt"/>.</summary>
    /// <inheritdoc/>
    public override void Render(double t, Frame target) => FrameAt(FrameNumberAt(t), target);
}
