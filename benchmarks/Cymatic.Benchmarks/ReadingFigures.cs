using System.Diagnostics;
using Cymatic.Imaging;
using Cymatic.Media;

namespace Cymatic.Benchmarks;

/// <summary>A minute of 640×360, a key every 250 frames, as encoders make it.</summary>
internal static class ReadingMovie
{
    public const int Frames = 1800;

    public static string Make(Workplace place)
    {
        string path = Path.Combine(place.Folder, "minute.mp4");
        if (!File.Exists(path))
            Run("-f lavfi -i testsrc2=s=640x360:r=30:d=60 -f lavfi -i sine=d=60 -c:v libx264 -g 250 -preset medium -c:a aac " + path);
        return path;
    }

    /// <summary>Seconds that ffmpeg takes.</summary>
    public static double Run(string arguments) => Workplace.Seconds(() =>
    {
        using Process ffmpeg = Process.Start("ffmpeg", "-nostdin -hide_banner -nostats -loglevel error -y " + arguments);
        ffmpeg.WaitForExit();
        if (ffmpeg.ExitCode != 0)
            throw new InvalidOperationException($"ffmpeg failed: {arguments}");
    });

    /// <summary>Reads every frame that ffmpeg decodes into a pipe; seconds.</summary>
    public static double ReadPipe(string path) => Workplace.Seconds(() =>
    {
        string output = "-map 0:v:0 -fps_mode passthrough -pix_fmt yuv420p -f rawvideo pipe:1";
        var start = new ProcessStartInfo("ffmpeg", $"-nostdin -hide_banner -nostats -loglevel error -i {path} {output}")
        {
            RedirectStandardOutput = true,
        };
        using Process ffmpeg = Process.Start(start) ?? throw new InvalidOperationException("ffmpeg did not start.");
        var frame = new byte[640 * 360 * 3 / 2];
        while (ffmpeg.StandardOutput.BaseStream.ReadAtLeast(frame, frame.Length, throwOnEndOfStream: false) == frame.Length)
        {
        }

        ffmpeg.WaitForExit();
    });
}

/// <summary>The mean of 200 random frames of a minute, nothing decoded before, against MoviePy's mean: a process for each.</summary>
internal sealed record RandomFrameFigure() : Figure("random frame 360p", 1.0 / 10, 0.126)
{
    public override bool HasPeer => false;

    public override int Runs => 3;

    public override Contest Open(Workplace place)
    {
        string path = ReadingMovie.Make(place);
        return new(() => Mean(path), null);
    }

    private static double Mean(string path)
    {
        DecoderPool.CloseAll();
        var random = new Random(1);
        using Frame frame = Frame.Rent(640, 360);
        return Workplace.Seconds(() =>
        {
            VideoFileClip clip = VideoClip.FromFile(path);
            for (int i = 0; i < 200; i++)
                clip.FrameAt(random.Next(ReadingMovie.Frames), frame);
        }) / 200;
    }
}

/// <summary>All frames in order as frames, against ffmpeg that decodes them to a yuv420p pipe which is only read.</summary>
internal sealed record SequentialReadFigure() : Figure("sequential read 360p", 1.1, 0)
{
    public override int Runs => 5;

    public override Contest Open(Workplace place)
    {
        string path = ReadingMovie.Make(place);
        return new(() => Read(path), () => ReadingMovie.ReadPipe(path));
    }

    private static double Read(string path)
    {
        DecoderPool.CloseAll();
        using Frame frame = Frame.Rent(640, 360);
        return Workplace.Seconds(() =>
        {
            VideoFileClip clip = VideoClip.FromFile(path);
            for (int n = 0; n < ReadingMovie.Frames; n++)
                clip.FrameAt(n, frame);
        });
    }
}
