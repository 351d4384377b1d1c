using System.Globalization;

namespace Cymatic.Media;

/// <summary>
/// Writes a clip that is a file's frames, one after the other, by one ffmpeg that reads and encodes: no picture passes through us.
/// </summary>
/// <remarks>
/// The frames are those that <see cref="VideoFileClip"/> would give. Whether they are is not known before: files leave out frames, or show
/// some longer. So ffmpeg tells the time of each frame as it comes, and at the first that is not the one expected its work is thrown away,
/// and the movie is drawn as any other. Colours stay as they are, under the matrix that players assume. The file's own sound, where it is
/// as long as the pictures, is copied and not coded a second time.
/// </remarks>
internal sealed class FileTranscode
{
    // Sound and pictures of a file rarely end together to the sample.
    private const double MostApart = 0.05;

    private readonly Movie _movie;
    private readonly Job _job;
    private readonly VideoSource _source;
    private readonly double[] _times; // of the file's clip
    private readonly bool _isSoundCopied;
    private readonly CancellationTokenSource _stop;
    private long _seen;
    private bool _isWrong;

    private FileTranscode(Movie movie, FileStretch stretch, CancellationTokenSource stop, Job job)
    {
        (_movie, _source, _stop, _job) = (movie, stretch.Source, stop, job);
        _times = [.. Enumerable.Range(0, (int)movie.Times.Count).Select(n => stretch.Map(movie.Times.TimeOf(n)))];
        _isSoundCopied = _times[0] == 0 && IsSoundAsItIs(movie, _source.Input);
    }

    /// <summary>Writes the movie; false when this clip must be drawn.</summary>
    public static bool TryWrite(AtomicFile file, Movie movie, Job job)
    {
        if (movie.Video.Stretch is not { } stretch || !IsPossible(movie, stretch.Source.Input))
            return false;
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(job.Cancel);
        FileTranscode transcode = new(movie, stretch, stop, job);
        return transcode.IsInStep() && transcode.Write(file);
    }

    // Whole frames of square pixels in the format that encoders take, at the file's own steady rate.
    private static bool IsPossible(Movie movie, VideoInput input)
    {
        VideoStreamInfo stream = input.Stream;
        return movie.Times.Count is > 1 and < 10_000_000
            && movie.Encoder.Format(movie.Video.Width, movie.Video.Height, false) is Yuv420
            && stream is { PixelFormat: "yuv420p", HasAlpha: false, SampleAspect: (1, 1) or (0, _) } && stream.ColorRange is null or "tv"
            && !YuvMatrix.Of(stream).IsFull && (movie.Video.Width | movie.Video.Height) % 2 == 0
            && stream.AverageRate is { } rate && stream.BaseRate == rate
            && (long)rate.Num * movie.Times.Rate.Den == (long)rate.Den * movie.Times.Rate.Num;
    }

    // All of the file's own AAC, for a container that usually holds AAC, at a bit rate that nobody asked for.
    private static bool IsSoundAsItIs(Movie movie, VideoInput input) =>
        movie.Audio is AudioFileClip sound && sound.IsOf(input.Path) && sound.Info.Audio is { Codec: "aac" } stream
        && sound.Info.Container.Contains("mp4", StringComparison.Ordinal) && Math.Abs(sound.Info.Zero) < 1e-6
            && Math.Abs(stream.Start ?? 0) < 1e-3
        && movie.Options is { AudioCodec: null, AudioBitRateKbps: VideoWriteOptions.UsualAudioKbps }
        && movie.Container.SoundFor(movie.Options) == AudioCodec.Aac
        && Math.Abs(sound.Duration - movie.Times.Rate.TimeOf(movie.Times.Count)) < MostApart;

    private bool IsInStep()
    {
        double most = _movie.Times.Rate.TimeOf(1) * 1e-3;
        for (int n = 0; n < _times.Length; n++)
        {
            if (Math.Abs(_times[n] - _times[0] - _movie.Times.Rate.TimeOf(n)) > most)
                return false;
        }

        return _times[0] >= 0;
    }

    private bool Write(AtomicFile file)
    {
        _source.Input.CheckUnchanged();
        try
        {
            using FfmpegChild child = FfmpegChild.Start(Ffmpeg.Program, Arguments(file.TemporaryPath), _stop.Token, Take);
            child.Input.Dispose();
            using SoundFeed? sound = child.Second is { } pipe
                ? new SoundFeed(_movie.Audio!, _movie.Times.Samples(_movie.Audio!.SampleRate), pipe)
                : null;
            try
            {
                child.WaitForSuccess($"encode {Path.GetFileName(file.Path)}", file.Path);
            }
            catch
            {
                child.Kill(); // so that the sound's thread meets a broken pipe and ends
                throw;
            }

            sound?.Check();
        }
        catch (OperationCanceledException) when (_isWrong && !_job.Cancel.IsCancellationRequested)
        {
            return false;
        }

        return !_isWrong && _seen == _times.Length;
    }

    private string[] Arguments(string target)
    {
        FrameRate rate = _movie.Times.Rate;
        VideoInput input = _source.Input;
        double seek = _source.Times.ClockAt(_times[0]) - rate.TimeOf(1) / 2;
        return
        [
            .. PipeArguments.Start, "-copyts",
            .. _times[0] > 0 ? ["-seek_timestamp", "1", "-ss", seek.ToString("0.000000", CultureInfo.InvariantCulture)]
                : Array.Empty<string>(),
            "-i", MediaProbe.Url(input.Path),
            .. !_isSoundCopied && _movie.Audio is { } audio ? PipeArguments.Sound(audio) : [],
            "-map", string.Create(CultureInfo.InvariantCulture, $"0:{input.Stream.Index}"),
            .. _movie.Audio is null ? Array.Empty<string>() : ["-map", _isSoundCopied ? "0:a:0" : "1:a"],
            // -frames:v would end the sound too, wherever it is.
            "-vf", string.Create(
                CultureInfo.InvariantCulture, $"{ShownFrame.Filter},trim=end_frame={_times.Length},settb={rate.Den}/{rate.Num},setpts=N"),
            "-map_metadata", "-1", "-map_chapters", "-1",
            .. MovieEncoder.Output(
                _isSoundCopied ? _movie with { Audio = null } : _movie, target, alpha: false,
                [.. PipeArguments.Tags(YuvMatrix.Of(input.Stream).Name), .. _isSoundCopied ? ["-c:a", "copy"] : Array.Empty<string>()]),
        ];
    }

    // ffmpeg may show a frame more than it encodes.
    private bool Take(string line)
    {
        if (!ShownFrame.TryParse(line, out ShownFrame? frame))
            return false;
        if (frame is not { } shown || _isWrong || _seen == _times.Length)
            return true;
        if (shown.Time is { } ticks && ticks <= Ticks(_seen) && (_seen == 0 || ticks > Ticks(_seen - 1)))
            _job.Report((double)++_seen / _times.Length);
        else
        {
            _isWrong = true;
            _stop.Cancel();
        }

        return true;
    }

    private long Ticks(long frame) => _source.Times.TicksAt(_times[frame]);
}
