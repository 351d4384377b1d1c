using System.Globalization;

namespace Cymatic.Media;

/// <summary>Encodes a clip by one child process: pictures on its standard input, sound on a second pipe.</summary>
internal static class MovieEncoder
{
    /// <summary>Encodes into the file's temporary path.</summary>
    public static void Write(AtomicFile file, Movie movie, Job job)
    {
        if (!FileTranscode.TryWrite(file, movie, job))
            TransparencyTrial.Run(movie.Video, movie.Encoder.KeepsAlpha, transparency => Write(file, movie, transparency, job));
    }

    /// <summary>Encoders, their settings, the container and the target, which follow the inputs.</summary>
    public static IEnumerable<string> Output(Movie movie, string target, bool alpha, string[] tags) =>
    [
        "-fps_mode", "passthrough", "-fflags", "+bitexact", .. tags,
        "-c:v", movie.Encoder.Name, .. movie.Encoder.Arguments(movie.Options, alpha), .. Threads(movie.Options),
        .. movie.Audio is not null && movie.Container.SoundFor(movie.Options) is { } codec
            ? SoundEncoding.Arguments(codec, movie.Options.AudioBitRateKbps).Concat(SoundEncoding.Alignment(codec, movie.Container.Muxer))
            : [],
        .. MetadataArguments.Of(movie.Options.Metadata),
        .. movie.Container.Muxer is "mp4" or "mov" && movie.Options.FastStart ? ["-movflags", "+faststart"] : Array.Empty<string>(),
        .. movie.Options.ExtraArguments, "-f", movie.Container.Muxer, MediaProbe.Url(target),
    ];

    private static void Write(AtomicFile file, Movie movie, Transparency transparency, Job job)
    {
        bool alpha = transparency == Transparency.Kept;
        IFrameFormat Format()
        {
            IFrameFormat format = movie.Encoder.Format(movie.Video.Width, movie.Video.Height, alpha);
            return transparency == Transparency.Unexpected ? new OpaqueOnly(format) : format;
        }

        string[] arguments =
        [
            .. PipeArguments.Start, .. PipeArguments.Pictures(Format(), movie.Times.Rate, movie.Encoder.IsYuv),
            .. movie.Audio is { } audio ? PipeArguments.Sound(audio) : [],
            "-map", "0:v", .. movie.Audio is null ? Array.Empty<string>() : ["-map", "1:a"],
            .. Output(movie, file.TemporaryPath, alpha, movie.Encoder.IsYuv ? PipeArguments.Bt709 : []),
        ];
        using FfmpegChild child = FfmpegChild.Start(Ffmpeg.Program, arguments, job.Cancel);
        new ChildFeed(child, movie, file.Path).Run(Format, job);
    }

    private static string[] Threads(VideoWriteOptions options) =>
        options.EncoderThreads is { } threads ? ["-threads:v", threads.ToString(CultureInfo.InvariantCulture)] : [];
}
