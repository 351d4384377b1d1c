using System.Globalization;

namespace Cymatic.Media;

/// <summary>Encodes a GIF with a palette made for it: ordered dither, changed rectangles only.</summary>
/// <remarks>
/// The palette needs all frames before the first can be written. Up to <see cref="OnePassBytes"/> ffmpeg keeps them; a longer movie is
/// drawn twice, which a clip allows as it is pure in time: for the palette, then for the pictures. Both give the same bytes. A palette of
/// the changing pixels only (stats_mode=diff) would make smaller files, but leaves out the colours of the last frame.
/// </remarks>
internal static class GifEncoder
{
    /// <summary>Raw frames that ffmpeg may keep in memory.</summary>
    public const long OnePassBytes = 128 << 20;

    private const string Palette = "palettegen", Use = "paletteuse=dither=bayer:bayer_scale=3:diff_mode=rectangle";

    /// <summary>Encodes into <paramref name="target"/>; <paramref name="path"/> is named in errors.</summary>
    public static void Write(string path, string target, Movie movie, Job job)
    {
        if (movie.Times.Count * movie.Video.Width * movie.Video.Height * 4 <= OnePassBytes)
            Pass(path, movie, ["-filter_complex", $"split[a][b];[a]{Palette}[p];[b][p]{Use}", .. Gif(target)], job);
        else
            WriteTwice(path, target, movie, job);
    }

    /// <summary>Encodes by drawing twice.</summary>
    public static void WriteTwice(string path, string target, Movie movie, Job job)
    {
        string palette = target + ".png";
        try
        {
            string[] one = ["-vf", Palette, "-frames:v", "1", "-update", "1", "-f", "image2", "-c:v", "png", MediaProbe.Url(palette)];
            string[] all = ["-i", MediaProbe.Url(palette), "-filter_complex", $"[0][1]{Use}", .. Gif(target)];
            Pass(path, movie, one, job.Part(0, 0.5));
            Pass(path, movie, all, job.Part(0.5, 1));
        }
        finally
        {
            File.Delete(palette);
        }
    }

    private static void Pass(string path, Movie movie, string[] output, Job job)
    {
        string size = string.Create(CultureInfo.InvariantCulture, $"{movie.Video.Width}x{movie.Video.Height}");
        string[] arguments =
        [
            "-nostdin", "-hide_banner", "-nostats", "-loglevel", "level+info", "-y", "-protocol_whitelist", "file,pipe,fd",
            "-f", "rawvideo", "-pixel_format", "bgr0", "-video_size", size, "-framerate", movie.Times.Rate.ToString(), "-i", "pipe:0", .. output,
        ];
        using FfmpegChild child = FfmpegChild.Start(Ffmpeg.Program, arguments, job.Cancel);
        new ChildFeed(child, movie, path).Run(() => new Bgr0(movie.Video.Width, movie.Video.Height), job);
    }

    private static string[] Gif(string target) => ["-fps_mode", "passthrough", "-fflags", "+bitexact", "-f", "gif", MediaProbe.Url(target)];
}
