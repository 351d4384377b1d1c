using Cymatic.Media;
using Cymatic.Workflows;
using static System.FormattableString;

namespace Cymatic.Cli;

/// <summary>A media file's facts for people: a line for the file, a line for each stream.</summary>
internal static class InfoText
{
    public static void Write(TextWriter writer, MediaInfo info)
    {
        writer.WriteLine(info.Path);
        string length = info.Duration is { } seconds ? MediaFacts.Length(seconds) : "length unknown";
        string rate = info.BitRate is { } bits ? $", {Bits(bits)}" : "";
        writer.WriteLine($"  {info.ContainerName ?? info.Container}, {length}, {MediaFacts.Bytes(info.Size)}{rate}");
        foreach (MediaStreamInfo stream in info.Streams)
            writer.WriteLine($"  {stream.Index}: {Describe(stream)}");
        foreach ((string name, string value) in info.Tags.Where(tag => !tag.Key.EndsWith("brands", StringComparison.Ordinal)))
            writer.WriteLine($"  {name}: {value.ReplaceLineEndings(" ")}");
    }

    private static string Describe(MediaStreamInfo stream)
    {
        List<string?> facts = stream switch
        {
            VideoStreamInfo video => Video(video),
            AudioStreamInfo audio =>
            [
                $"audio {audio.Codec}", Invariant($"{audio.SampleRate} Hz"), audio.ChannelLayout ?? Invariant($"{audio.Channels} channels"),
            ],
            _ => [$"{stream.Kind} {stream.Codec}"],
        };
        facts.Add(stream.Duration is { } seconds ? Invariant($"{seconds:0.###} s") : null);
        facts.Add(stream.Start is { } start and not 0 ? Invariant($"from {start:0.###} s") : null);
        facts.Add(stream.BitRate is { } bits ? Bits(bits) : null);
        facts.Add(stream.Tags.GetValueOrDefault("language") is { } language and not "und" ? language : null);
        return string.Join(", ", facts.OfType<string>());
    }

    private static List<string?> Video(VideoStreamInfo video) =>
    [
        $"video {video.Codec}", Invariant($"{video.Width}×{video.Height}"),
        video.Rotation != 0 ? Invariant($"turned by {video.Rotation}° from {video.CodedWidth}×{video.CodedHeight}") : null,
        video.SampleAspect != (1, 1) ? Invariant($"pixels {video.SampleAspect.Num}:{video.SampleAspect.Den}") : null,
        video.AverageRate is { } rate ? MediaFacts.Rate(rate) : null,
        video.AverageRate != video.BaseRate && video.BaseRate is { } grid ? Invariant($"on a grid of {grid}") : null,
        video.FrameCount is { } count ? Invariant($"{count} frames") : null,
        video.PixelFormat, video.HasAlpha ? "with alpha" : null,
        video.ColorSpace, video.ColorRange switch { "tv" => "limited range", "pc" => "full range", _ => null },
    ];

    private static string Bits(long bits) =>
        bits < 1_000_000 ? Invariant($"{bits / 1e3:0} kbit/s") : Invariant($"{bits / 1e6:0.##} Mbit/s");
}
