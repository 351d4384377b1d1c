using System.Globalization;

namespace Cymatic.Media;

/// <summary>How ffmpeg is told to write a kind of movie.</summary>
internal abstract record MovieContainer
{
    private static readonly Dictionary<string, MovieContainer> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".mp4"] = new Mp4(),
        [".m4v"] = new Mp4(),
        [".webm"] = new WebM(),
    };

    /// <summary>The container for a file's extension.</summary>
    /// <exception cref="ArgumentException">No movie has this extension.</exception>
    public static MovieContainer For(string path) =>
        ByExtension.GetValueOrDefault(Path.GetExtension(path)) ?? throw new ArgumentException(
            $"{path} has no ending of a movie that can be written: .mp4, .m4v, .webm, .gif.", nameof(path));

    /// <summary>Encoders and their settings, and the muxer.</summary>
    public abstract IEnumerable<string> Output(VideoWriteOptions options);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Kbps(VideoWriteOptions options) => string.Create(CultureInfo.InvariantCulture, $"{options.AudioBitRateKbps}k");

    private sealed record Mp4 : MovieContainer
    {
        public override IEnumerable<string> Output(VideoWriteOptions options) =>
        [
            "-c:v", "libx264", "-preset", options.Preset.ToString().ToLowerInvariant(), "-crf", Number(Math.Min(51, options.Crf ?? 20)),
            "-c:a", "aac", "-b:a", Kbps(options), "-movflags", "+faststart", "-f", "mp4",
        ];
    }

    private sealed record WebM : MovieContainer
    {
        public override IEnumerable<string> Output(VideoWriteOptions options) =>
        [
            "-c:v", "libvpx-vp9", "-b:v", "0", "-crf", Number(options.Crf ?? 32), "-deadline", "good", "-row-mt", "1",
            "-cpu-used", Number(8 - (int)options.Preset * 8 / 6),
            "-c:a", "libopus", "-b:a", Kbps(options), "-f", "webm",
        ];
    }
}
