using Cymatic.Imaging;
using Cymatic.Media;
using Microsoft.Win32.SafeHandles;

namespace Cymatic.Benchmarks;

/// <summary>What users do with clips, once each.</summary>
internal static class ClipJobs
{
    private static readonly string[] Words = ["Equalized", "Adjusted", "Blurred", "Rescaled"];
    private static readonly FrameRate Thirty = new(30);

    /// <summary>x264's own default quality, as the peers have it.</summary>
    public static VideoWriteOptions Options(EncoderPreset preset) => new() { Preset = preset, Crf = 23, FrameRate = Thirty };

    /// <summary>A clip whose pictures cost a copy: raw frames from a file.</summary>
    public static void WriteRaw(string raw, string target, EncoderPreset preset)
    {
        const int Width = 1280, Height = 720, Bytes = Width * Height * 4;
        using SafeFileHandle file = File.OpenHandle(raw);
        VideoClip clip = VideoClip.From(Width, Height, RandomAccess.GetLength(file) / (double)Bytes / 30, (double t, Frame frame) =>
            RandomAccess.Read(file, frame.Pixels, Thirty.FrameAt(t) * Bytes));
        VideoFile.Write(target, new Clip(clip), Options(preset));
    }

    /// <summary>A file, read and written with its sound.</summary>
    public static void Transcode(string source, string target, EncoderPreset preset) => VideoFile.Write(
        target, new Clip(VideoClip.FromFile(source), AudioClip.FromFile(source)), Options(preset));

    /// <summary>Four effects on grey pictures, with titles, in a grid: 5 s.</summary>
    public static void Grid(string source, string target)
    {
        VideoClip film = Part(source, 0, 5), grey = film.With(new BlackAndWhite());
        VideoClip[] cells =
        [
            film.With(new EqualizeHistogram()), grey.With(new AdjustLog()), grey.With(new Blur(4)), film.With(new RescaleIntensity()),
        ];
        Clip[] titled = [.. cells.Select((cell, i) => Composite.Of(
            cell, new Layer(Title(Words[i], 15, Color.White)) { Position = Position.Top, End = 5 }))];
        VideoFile.Write(target, ClipGrid.Of([[titled[0], titled[1]], [titled[2], titled[3]]]), Options(EncoderPreset.Medium));
    }

    /// <summary>A movie whose white is transparent, at 40 % over another: 10 s.</summary>
    public static void Mask(string source, string target)
    {
        VideoClip below = Part(source, 0, 10), above = Part(source, 20, 30);
        above = above.With(new ColorMask(Color.White) { Threshold = 60, Stiffness = 5 }).With(Resize.ToHeight(306));
        Clip both = Composite.Of(below, new Layer(above) { Opacity = 0.4, Position = Position.Center });
        VideoFile.Write(target, both, Options(EncoderPreset.Medium));
    }

    /// <summary>Four titles of a second, each before five seconds of film.</summary>
    public static void Titles(string source, string target)
    {
        VideoClip whole = VideoClip.FromFile(source);
        IEnumerable<Clip> parts = Words.SelectMany((word, i) => new[]
        {
            Card(word, whole.Width, whole.Height), new Clip(whole.With((IVideoEffect)new Subclip(10 * i, 10 * i + 5))),
        });
        VideoFile.Write(target, Concatenation.Of([.. parts]), Options(EncoderPreset.Medium));
    }

    /// <summary>Frames from anywhere, one after the other.</summary>
    public static void Subclips(string source, string target, int count)
    {
        VideoClip whole = VideoClip.FromFile(source);
        Random random = new(5);
        Clip[] parts = [.. Enumerable.Range(0, count).Select(_ => random.Next(1790) / 30.0)
            .Select(start => new Clip(whole.With((IVideoEffect)new Subclip(start, start + 1 / 30.0))))];
        VideoFile.Write(target, Concatenation.Of(parts), Options(EncoderPreset.Medium));
    }

    /// <summary>Frames at random times.</summary>
    public static void RandomFrames(string source, int count)
    {
        VideoFileClip clip = VideoClip.FromFile(source);
        using Frame frame = Frame.Rent(clip.Width, clip.Height);
        Random random = new(5);
        for (int i = 0; i < count; i++)
            clip.Render(random.NextDouble() * 59.5, frame);
    }

    /// <summary>Ten minutes that are drawn, so that memory shows whether it grows with the length.</summary>
    public static void Long(string source, string target)
    {
        VideoClip minute = VideoClip.FromFile(source);
        Clip clip = new(minute.Map(_ => { }).With((IVideoEffect)new Loop(10)), AudioClip.FromFile(source).With((IAudioEffect)new Loop(10)));
        VideoFile.Write(target, clip, Options(EncoderPreset.Ultrafast));
    }

    /// <summary>A GIF of the film's beginning.</summary>
    public static void Gif(string source, string target, double seconds) =>
        VideoFile.Write(target, new Clip(Part(source, 0, seconds)), new VideoWriteOptions { FrameRate = new FrameRate(15) });

    private static VideoClip Part(string source, double start, double end) =>
        VideoClip.FromFile(source).With((IVideoEffect)new Subclip(start, end));

    private static VideoClip Title(string word, int size, Color color) =>
        VideoClip.From(new TextBlock(word) { Style = new TextStyle { Size = size, Color = color } });

    private static Clip Card(string word, int width, int height) => Composite.Of(
        [new Layer(Title(word, 25, Color.Black)) { Position = Position.Center, End = 1 }],
        new CompositeOptions { Size = (width, height), Background = Color.White, Duration = 1 });
}
