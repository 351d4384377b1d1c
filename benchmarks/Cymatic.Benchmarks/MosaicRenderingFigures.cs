using Cymatic.Mosaic;
using Cymatic.Workflows;

namespace Cymatic.Benchmarks;

/// <summary>Rendering a mosaic of a minute whose every frame is a jump, against MoviePy's subclips and against ffmpeg alone.</summary>
internal static class MosaicRenderingFigures
{
    private const int Frames = 1800, Rate = 30;

    /// <summary>
    /// MoviePy joins 20 subclips, 90 times as long are 1,800; ffmpeg decodes the source and encodes the same frames in the same order.
    /// </summary>
    public static IEnumerable<Figure> All { get; } =
    [
        new ClipFigure("rendering 1800 jumps / MoviePy", 1 / 40.0, 369, place =>
        {
            string small = ClipInputs.Small(place), ours = place.Target("ours.mp4");
            PythonPeer? python = PythonPeer.Start("clips", place, "subclips");
            return new(() => Workplace.Seconds(() => Render(small, ours, Frames)), python is null ? null : () => python.Run() * 90, python);
        }),
        new ClipFigure("rendering 1800 jumps / ffmpeg", 1.5, 0, place =>
        {
            string small = ClipInputs.Small(place), ours = place.Target("ours.mp4"), theirs = place.Target("theirs.mp4");
            string[] arguments =
            [
                "-i", small, "-vf", "shuffleframes=" + string.Join(' ', Enumerable.Range(0, Frames).Select(Jump)), "-c:v", "libx264",
                "-preset", "medium", "-crf", "20", "-pix_fmt", "yuv420p", "-c:a", "aac", "-b:a", "192k", "-movflags", "+faststart", theirs,
            ];
            return new(() => Workplace.Seconds(() => Render(small, ours, Frames)), () => FfmpegPeer.Run(arguments));
        }),
        new ClipMemory("mosaic", "memory: rendering a minute", 500),
        new ClipMemory("mosaic-long", "memory: rendering ten minutes", 500),
    ];

    /// <summary>Renders so many frames of a movie, each from somewhere else.</summary>
    public static void Render(string source, string target, int frames)
    {
        var plan = new MosaicPlan
        {
            Duration = (double)frames / Rate,
            Method = "nearest",
            Sources = [new PlanSource(source, (double)Frames / Rate, HasVideo: true)],
            Units =
            [
                .. Enumerable.Range(0, frames).Select(n => new PlanUnit
                {
                    TargetTime = (double)n / Rate,
                    Duration = 1.0 / Rate,
                    Source = 0,
                    Unit = Jump(n % Frames),
                    SourceTime = (double)Jump(n % Frames) / Rate,
                }),
            ],
        };
        MosaicRenderer.Render(plan, new MosaicRendering { Target = source, Outputs = [target] });
    }

    // 37 is prime to 1800: every frame comes once.
    private static int Jump(int n) => n * 37 % Frames;
}
