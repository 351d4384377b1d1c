using Cymatic.Media;

namespace Cymatic.Benchmarks;

/// <summary>The figures of clips: ours against ffmpeg alone and against MoviePy 2.</summary>
internal static class ClipFigures
{
    private const string Mask =
        "[1]format=rgba,colorkey=white:.1:.02,colorchannelmixer=aa=.4,scale=-2:306[b];[0][b]overlay=(W-w)/2:(H-h)/2";

    private const string Grid =
        "format=gray,split=4[a][b][c][d];[a]histeq,format=yuv420p[e];[b]eq=gamma=1.4,format=yuv420p[f];"
        + "[c]gblur=4,format=yuv420p[g];[d]normalize,format=yuv420p[h];[e][f]hstack[t];[g][h]hstack[u];[t][u]vstack";

    private const string Titles =
        "color=white:s=640x360:r=30:d=1,split=4[a][b][c][d];[a][0][b][1][c][2][d][3]concat=n=8";

    /// <summary>All lines; the slowest peers are asked for a part of the work, and their time is multiplied.</summary>
    public static IEnumerable<Figure> All { get; } =
    [
        Raw("make-frame medium", EncoderPreset.Medium, 1 / 1.0),
        Raw("make-frame ultrafast", EncoderPreset.Ultrafast, 1 / 1.3),
        Transcode("transcode medium / ffmpeg", EncoderPreset.Medium, 1 / 0.9),
        Transcode("transcode ultrafast / ffmpeg", EncoderPreset.Ultrafast, 1 / 0.85),
        Peer("transcode medium / MoviePy", 1 / 1.3, 8.5, "medium", Work(ClipJobs.Transcode, EncoderPreset.Medium)),
        Peer("transcode ultrafast / MoviePy", 1 / 2.5, 3.4, "ultrafast", Work(ClipJobs.Transcode, EncoderPreset.Ultrafast)),
        Peer("2x2 effects / MoviePy", 1 / 3.0, 9.0, "grid", ClipJobs.Grid),
        Floor("2x2 effects / ffmpeg", 1.3, ClipJobs.Grid, small => ["-t", "5", "-i", small, "-an", "-filter_complex", Grid]),
        Peer("colour mask / MoviePy", 1 / 3.0, 7.2, "mask", ClipJobs.Mask),
        Floor("colour mask / ffmpeg", 1.3, ClipJobs.Mask,
            small => ["-t", "10", "-i", small, "-ss", "20", "-t", "10", "-i", small, "-an", "-filter_complex", Mask]),
        Peer("titles / MoviePy", 1 / 2.0, 3.9, "titles", ClipJobs.Titles),
        Floor("titles / ffmpeg", 1.3, ClipJobs.Titles,
            small =>
            [
                .. new[] { "0", "10", "20", "30" }.SelectMany(from => new[] { "-ss", from, "-t", "5", "-i", small }),
                "-an", "-filter_complex", Titles,
            ]),
        Peer("1000 subclips / MoviePy", 1 / 40.0, 200, "subclips", (small, target) => ClipJobs.Subclips(small, target, 1000), times: 50),
        Peer("200 random frames / MoviePy", 1 / 10.0, 25.2, "frames", (small, _) => ClipJobs.RandomFrames(small, 200), times: 10),
        .. ClipMemory.All,
        new InfoFigure(),
    ];

    private static Action<string, string> Work(Action<string, string, EncoderPreset> job, EncoderPreset preset) =>
        (source, target) => job(source, target, preset);

    private static ClipFigure Raw(string name, EncoderPreset preset, double target) => new(name, target, 0, place =>
    {
        string raw = ClipInputs.Raw(place), ours = place.Target("ours.mp4"), theirs = place.Target("theirs.mp4");
        string[] arguments =
        [
            "-f", "rawvideo", "-pixel_format", "bgra", "-video_size", "1280x720", "-framerate", "30", "-i", raw,
            .. Encoding(preset.ToString()), theirs,
        ];
        return new(() => Workplace.Seconds(() => ClipJobs.WriteRaw(raw, ours, preset)), () => FfmpegPeer.Run(arguments));
    });

    private static ClipFigure Transcode(string name, EncoderPreset preset, double target) => new(name, target, 0, place =>
    {
        string small = ClipInputs.Small(place), ours = place.Target("ours.mp4"), theirs = place.Target("theirs.mp4");
        string[] arguments = ["-i", small, .. Encoding(preset.ToString()), "-c:a", "aac", "-b:a", "192k", theirs];
        return new(() => Workplace.Seconds(() => ClipJobs.Transcode(small, ours, preset)), () => FfmpegPeer.Run(arguments));
    });

    private static ClipFigure Floor(
        string name, double target, Action<string, string> job, Func<string, string[]> graph) => new(name, target, 0, place =>
    {
        string small = ClipInputs.Small(place), ours = place.Target("ours.mp4"), theirs = place.Target("theirs.mp4");
        string[] arguments = [.. graph(small), .. Encoding("medium"), theirs];
        return new(() => Workplace.Seconds(() => job(small, ours)), () => FfmpegPeer.Run(arguments));
    });

    private static ClipFigure Peer(
        string name, double target, double recorded, string peer, Action<string, string> job, int times = 1) => new(name, target, recorded,
        place =>
    {
        string small = ClipInputs.Small(place), ours = place.Target("ours.mp4");
        PythonPeer? python = PythonPeer.Start("clips", place, peer);
        return new(() => Workplace.Seconds(() => job(small, ours)), python is null ? null : () => python.Run() * times, python);
    });

    private static string[] Encoding(string preset) =>
        ["-c:v", "libx264", "-preset", preset.ToLowerInvariant(), "-crf", "23", "-pix_fmt", "yuv420p", "-movflags", "+faststart"];
}

/// <summary>A figure that is opened by a function.</summary>
internal sealed record ClipFigure(string Name, double Target, double Recorded, Func<Workplace, Contest> Make)
    : Figure(Name, Target, Recorded)
{
    public override int Runs => 3;

    public override Contest Open(Workplace place) => Make(place);
}
