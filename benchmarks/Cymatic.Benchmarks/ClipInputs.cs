namespace Cymatic.Benchmarks;

/// <summary>The movies that the figures of clips work on: made once, by ffmpeg, from its own test pictures.</summary>
internal static class ClipInputs
{
    private static readonly string[] Encoding = ["-c:v", "libx264", "-preset", "medium", "-crf", "23", "-g", "250", "-pix_fmt", "yuv420p"];

    /// <summary>A minute of 640×360 at 30 frames a second: a moving pattern with noise, keys 250 frames apart, and AAC sound.</summary>
    public static string Small(Workplace place) => Made(place, "v360.mp4",
    [
        "-f", "lavfi", "-i", "testsrc2=size=640x360:rate=30:duration=60",
        "-f", "lavfi", "-i", "aevalsrc='0.3*sin(440*2*PI*t)+0.1*random(0)|0.3*sin(554*2*PI*t)':s=44100:d=60",
        "-vf", "noise=alls=3:allf=t:all_seed=1", .. Encoding, "-c:a", "aac", "-b:a", "128k",
    ]);

    /// <summary>Five seconds of 1280×720 as raw pixels: a zoom into the Mandelbrot set.</summary>
    public static string Raw(Workplace place) => Made(
        place, "v720.bgra", ["-f", "lavfi", "-i", "mandelbrot=size=1280x720:rate=30", "-t", "5", "-f", "rawvideo", "-pix_fmt", "bgra"]);

    /// <summary>So many minutes: the small movie again and again, copied and not encoded.</summary>
    public static string Looped(Workplace place, int minutes) => Made(
        place, $"v360-{minutes}.mp4", ["-stream_loop", $"{minutes - 1}", "-i", Small(place), "-c", "copy"]);

    private static string Made(Workplace place, string name, string[] arguments)
    {
        string path = Path.Combine(place.Folder, name);
        if (!File.Exists(path))
            FfmpegPeer.Run([.. arguments, path]);
        return path;
    }
}
