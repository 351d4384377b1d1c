using System.Globalization;

namespace Cymatic.Media;

/// <summary>Encodes a clip by one child process: pictures on its standard input, sound on a second pipe.</summary>
internal static class MovieEncoder
{
    private static readonly string[] Bt709 =
        ["-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-chroma_sample_location", "left"];

    /// <summary>Encodes into <paramref name="target"/>; <paramref name="path"/> is named in errors.</summary>
    public static void Write(string path, string target, Movie movie, Job job)
    {
        MovieContainer container = MovieContainer.For(path);
        Yuv420 size = new(movie.Video.Width, movie.Video.Height);
        List<string> arguments =
        [
            .. Start(movie, size),
            .. movie.Audio is { } audio ? Sound(audio) : [],
            "-map", "0:v", .. movie.Audio is null ? Array.Empty<string>() : ["-map", "1:a"],
            "-fps_mode", "passthrough", "-fflags", "+bitexact", .. Bt709, .. container.Output(movie.Options), MediaProbe.Url(target),
        ];
        using FfmpegChild child = FfmpegChild.Start(Ffmpeg.Program, arguments, job.Cancel);
        new ChildFeed(child, movie, path).Run(() => new Yuv420(movie.Video.Width, movie.Video.Height), job);
    }

    private static IEnumerable<string> Start(Movie movie, Yuv420 size) =>
    [
        "-nostdin", "-hide_banner", "-nostats", "-loglevel", "level+info", "-y", "-protocol_whitelist", "file,pipe,fd",
        "-f", "rawvideo", "-pixel_format", "yuv420p",
        "-video_size", string.Create(CultureInfo.InvariantCulture, $"{size.Width}x{size.Height}"), "-framerate", movie.Times.Rate.ToString(),
        .. Bt709, "-i", "pipe:0",
    ];

    private static string[] Sound(AudioClip audio) =>
    [
        "-protocol_whitelist", "file,pipe,fd", "-f", "f32le", "-ar", audio.SampleRate.ToString(CultureInfo.InvariantCulture),
        "-ac", audio.Channels.ToString(CultureInfo.InvariantCulture), "-i", FfmpegChild.SecondInput,
    ];
}
