using System.Diagnostics;
using Cymatic.Grid;
using Cymatic.Imaging;
using Cymatic.Media;
using Cymatic.Signal;
using Cymatic.Workflows;

namespace Cymatic.Benchmarks;

/// <summary>A movie of a grid, drawn and encoded, against ffmpeg alone that encodes the same pictures and sound from raw files.</summary>
internal sealed record MovieFigure() : Figure("grid movie 1280x720", 1.25, 0)
{
    private const int Width = 1280, Height = 720, Rate = 30, Seconds = 5;

    public override int Runs => 3;

    public override Contest Open(Workplace place)
    {
        Sound song = place.Song.Value.Slice(0, Seconds * place.Song.Value.SampleRate);
        var movie = new GridMovie(Example(), song, new() { Width = Width, Height = Height });
        string sound = Path.Combine(place.Folder, "movie.wav"), raw = Path.Combine(place.Folder, "movie.yuv");
        AudioFile.Write(sound, song);
        Dump(movie, raw);
        var clip = new Clip(VideoClip.From(Width, Height, Seconds, movie.Render), AudioClip.From(song));
        string ours = Path.Combine(place.Folder, "ours.mp4"), theirs = Path.Combine(place.Folder, "theirs.mp4");
        return new(
            () => Workplace.Seconds(() => VideoFile.Write(ours, clip)), () => Workplace.Seconds(() => Encode(raw, sound, theirs)), movie);
    }

    /// <summary>12 rows of blocks, several of them sounding at any time.</summary>
    private static SoundGrid Example() => new()
    {
        Duration = Seconds,
        Method = "example",
        Sounds = [.. Enumerable.Range(0, 12).Select(row => new GridSound($"sound {row + 1}", "mix", 100 * (row + 1)))],
        Events = [.. Enumerable.Range(0, 120).Select(i => new GridEvent(i / 25.0, Math.Min(Seconds, (i / 25.0) + 0.3), i * 7 % 12, -6))],
    };

    private static void Dump(GridMovie movie, string path)
    {
        using Process ffmpeg = Ffmpeg(
            $"-f rawvideo -pixel_format bgra -video_size {Width}x{Height} -framerate {Rate} -i pipe:0 -f rawvideo -pix_fmt yuv420p {path}");
        using Frame frame = Frame.Rent(Width, Height);
        for (int n = 0; n < Rate * Seconds; n++)
        {
            movie.Render((double)n / Rate, frame);
            for (int y = 0; y < Height; y++)
                ffmpeg.StandardInput.BaseStream.Write(frame.Row(y));
        }

        ffmpeg.StandardInput.Close();
        ffmpeg.WaitForExit();
    }

    private static void Encode(string raw, string sound, string target)
    {
        using Process ffmpeg = Ffmpeg(
            $"-f rawvideo -pixel_format yuv420p -video_size {Width}x{Height} -framerate {Rate} -i {raw} -i {sound} " +
            $"-map 0:v -map 1:a -c:v libx264 -preset medium -crf 20 -c:a aac -b:a 192k -movflags +faststart {target}");
        ffmpeg.StandardInput.Close();
        ffmpeg.WaitForExit();
        if (ffmpeg.ExitCode != 0)
            throw new InvalidOperationException("ffmpeg failed to encode the raw pictures.");
    }

    private static Process Ffmpeg(string arguments)
    {
        var start = new ProcessStartInfo("ffmpeg", "-hide_banner -nostats -loglevel error -y " + arguments);
        start.RedirectStandardInput = true;
        return Process.Start(start) ?? throw new InvalidOperationException("ffmpeg did not start.");
    }
}
