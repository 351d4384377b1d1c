using System.Globalization;

namespace Cymatic.Media;

/// <summary>Encodes a GIF with a palette made for it: changed rectangles only.</summary>
/// <remarks>
/// The palette needs all frames before the first can be written. Up to <see cref="OnePassBytes"/> ffmpeg keeps them; a longer movie is
/// drawn twice, which a clip allows as it is pure in time: for the palette, then for the pictures. Both give the same bytes. A palette of
/// the changing pixels only (stats_mode=diff) would make smaller files, but leaves out the colours of the last frame.
/// </remarks>
internal static class GifEncoder
{
    /// <summary>Raw frames that ffmpeg may keep in memory.</summary>
    public const long OnePassBytes = 128 << 20;

    /// <summary>Frames a second at most: players slow down what is faster.</summary>
    public const int MaxRate = 50;

    /// <summary>Encodes into the file's temporary path.</summary>
    public static void Write(AtomicFile file, Movie movie, Job job)
    {
        bool once = movie.Times.Count * movie.Video.Width * movie.Video.Height * 4 <= OnePassBytes;
        TransparencyTrial.Run(movie.Video, keepsAlpha: true, transparency =>
        {
            if (once)
                WriteOnce(file, movie, transparency, job);
            else
                WriteTwice(file, movie, transparency, job);
        });
    }

    /// <summary>Encodes by drawing once.</summary>
    public static void WriteOnce(AtomicFile file, Movie movie, Transparency transparency, Job job)
    {
        string graph = $"split[a][b];[a]{Palette(movie)}[p];[b][p]{Use(movie)}";
        Pass(file.Path, movie, transparency, (["-filter_complex", graph, .. Gif(movie, file.TemporaryPath)], job));
    }

    /// <summary>Encodes by drawing twice.</summary>
    public static void WriteTwice(AtomicFile file, Movie movie, Transparency transparency, Job job)
    {
        string palette = file.TemporaryPath + ".png";
        try
        {
            string[] one =
                ["-vf", Palette(movie), "-frames:v", "1", "-update", "1", "-f", "image2", "-c:v", "png", MediaProbe.Url(palette)];
            string[] all = ["-i", MediaProbe.Url(palette), "-filter_complex", $"[0][1]{Use(movie)}", .. Gif(movie, file.TemporaryPath)];
            Pass(file.Path, movie, transparency, (one, job.Part(0, 0.5)));
            Pass(file.Path, movie, transparency, (all, job.Part(0.5, 1)));
        }
        finally
        {
            File.Delete(palette);
        }
    }

    private static void Pass(string path, Movie movie, Transparency transparency, (string[] Output, Job Job) pass)
    {
        IFrameFormat Format() => transparency switch
        {
            Transparency.Kept => new StraightBgra(movie.Video.Width, movie.Video.Height),
            Transparency.Unexpected => new OpaqueOnly(new Bgr0(movie.Video.Width, movie.Video.Height)),
            _ => new Bgr0(movie.Video.Width, movie.Video.Height),
        };
        string[] arguments = [.. PipeArguments.Start, .. PipeArguments.Pictures(Format(), movie.Times.Rate, isYuv: false), .. pass.Output];
        using FfmpegChild child = FfmpegChild.Start(Ffmpeg.Program, arguments, pass.Job.Cancel);
        new ChildFeed(child, movie, path).Run(Format, pass.Job);
    }

    private static string Palette(Movie movie) =>
        string.Create(CultureInfo.InvariantCulture, $"palettegen=max_colors={movie.Options.Animation.Colors}");

    private static string Use(Movie movie)
    {
        string dither = movie.Options.Animation.Dither switch
        {
            GifDither.None => "none",
            GifDither.ErrorDiffusion => "floyd_steinberg",
            GifDither.SierraLite => "sierra2_4a",
            _ => "bayer:bayer_scale=3",
        };
        return $"paletteuse=dither={dither}:diff_mode=rectangle";
    }

    // ffmpeg counts repetitions after the first showing: −1 is none, 0 without end.
    private static string[] Gif(Movie movie, string target)
    {
        int plays = movie.Options.Animation.Plays, loop = plays switch { 0 => 0, 1 => -1, _ => plays - 1 };
        return
        [
            "-fps_mode", "passthrough", "-fflags", "+bitexact", .. MetadataArguments.Of(movie.Options.Metadata),
            "-loop", loop.ToString(CultureInfo.InvariantCulture), .. movie.Options.ExtraArguments, "-f", "gif", MediaProbe.Url(target),
        ];
    }
}
