using System.Globalization;
using System.Text.Json;

namespace Cymatic.Media;

/// <summary>ffprobe's JSON as a <see cref="MediaInfo"/>. What is missing, "N/A" or out of range is null.</summary>
internal static class MediaInfoJson
{
    private static readonly string[] AlphaFormats =
        ["yuva", "rgba", "bgra", "argb", "abgr", "gbrap", "ya8", "ya16", "pal8", "rgb32", "bgr32", "ayuv", "vuya"];

    /// <summary>What -show_format -show_streams -of json printed.</summary>
    public static MediaInfo Parse(string path, JsonElement root)
    {
        JsonElement format = root.TryGetProperty("format", out JsonElement found) ? found : default;
        List<MediaStreamInfo> streams = [];
        if (root.TryGetProperty("streams", out JsonElement list))
            streams.AddRange(list.EnumerateArray().Select(Stream));
        return new MediaInfo
        {
            Path = path,
            Size = new FileInfo(path).Length,
            Container = Text(format, "format_name") ?? "unknown",
            ContainerName = Text(format, "format_long_name"),
            Duration = Seconds(format, "duration") is > 0 and double seconds ? seconds : null,
            Start = Seconds(format, "start_time") ?? 0,
            BitRate = Whole(format, "bit_rate"),
            Tags = Tags(format),
            Streams = streams,
        };
    }

    private static MediaStreamInfo Stream(JsonElement stream)
    {
        bool isCover = stream.TryGetProperty("disposition", out JsonElement disposition) && Whole(disposition, "attached_pic") == 1;
        return Text(stream, "codec_type") switch
        {
            "video" when !isCover => Video(stream),
            "audio" => Audio(stream),
            var kind => With(stream, new MediaStreamInfo { Index = 0, Kind = isCover ? "attachment" : kind ?? "data", Codec = "" }),
        };
    }

    private static VideoStreamInfo Video(JsonElement stream)
    {
        (int Num, int Den) aspect = Ratio(stream, "sample_aspect_ratio", ':') ?? (1, 1);
        string? pixels = Text(stream, "pix_fmt");
        var video = new VideoStreamInfo
        {
            Index = 0,
            Kind = "",
            Codec = "",
            CodedWidth = (int)Math.Clamp(Whole(stream, "width") ?? 0, 0, int.MaxValue),
            CodedHeight = (int)Math.Clamp(Whole(stream, "height") ?? 0, 0, int.MaxValue),
            Rotation = Rotation(stream),
            SampleAspect = aspect.Num > 0 && aspect.Den > 0 ? aspect : (1, 1),
            PixelFormat = pixels,
            ColorRange = Known(Text(stream, "color_range")),
            ColorSpace = Known(Text(stream, "color_space")),
            AverageRate = Rate(stream, "avg_frame_rate"),
            BaseRate = Rate(stream, "r_frame_rate"),
            FrameCount = Whole(stream, "nb_frames") is > 0 and long count ? count : null,
        };
        video = (VideoStreamInfo)With(stream, video);
        bool alpha = pixels is not null && AlphaFormats.Any(name => pixels.StartsWith(name, StringComparison.Ordinal));
        return video with { HasAlpha = alpha || (video.Tags.TryGetValue("alpha_mode", out string? mode) && mode == "1") };
    }

    private static AudioStreamInfo Audio(JsonElement stream)
    {
        var audio = (AudioStreamInfo)With(stream, new AudioStreamInfo
        {
            Index = 0,
            Kind = "",
            Codec = "",
            SampleRate = (int)Math.Clamp(Whole(stream, "sample_rate") ?? 0, 0, int.MaxValue),
            Channels = (int)Math.Clamp(Whole(stream, "channels") ?? 0, 0, int.MaxValue),
            ChannelLayout = Known(Text(stream, "channel_layout")),
        });
        bool sampleClock = audio.TimeBase == (1, audio.SampleRate);
        return audio with { SampleCount = sampleClock && Whole(stream, "duration_ts") is > 0 and long count ? count : null };
    }

    private static MediaStreamInfo With(JsonElement element, MediaStreamInfo stream)
    {
        Dictionary<string, string> tags = Tags(element);
        double? start = Seconds(element, "start_time"), duration = Seconds(element, "duration");
        if (!(start > 0.1) && tags.TryGetValue("DURATION", out string? said)) // some write the end there, not the length
            duration ??= Clock(said);
        return stream with
        {
            Index = (int)(Whole(element, "index") ?? 0),
            Kind = stream.Kind.Length > 0 ? stream.Kind : Text(element, "codec_type") ?? "data",
            Codec = Text(element, "codec_name") ?? "unknown",
            CodecName = Text(element, "codec_long_name"),
            Start = start,
            Duration = duration is > 0 ? duration : null,
            BitRate = Whole(element, "bit_rate"),
            TimeBase = Ratio(element, "time_base", '/') is { Num: > 0, Den: > 0 } ticks ? ticks : (1, 1000),
            Tags = tags,
        };
    }

    // ffprobe gives the counter-clockwise angle of the display matrix, old versions a tag with the clockwise one.
    private static int Rotation(JsonElement stream)
    {
        double? clockwise = null;
        if (stream.TryGetProperty("side_data_list", out JsonElement list))
            clockwise = list.EnumerateArray().Select(data => -Seconds(data, "rotation")).FirstOrDefault(turn => turn is not null);
        clockwise ??= Tags(stream).TryGetValue("rotate", out string? tag)
            && double.TryParse(tag, CultureInfo.InvariantCulture, out double angle) ? angle : 0;
        return double.IsFinite(clockwise.Value) ? (int)((Math.Round(clockwise.Value % 360) + 360) % 360) : 0;
    }

    private static FrameRate? Rate(JsonElement element, string name) =>
        Ratio(element, name, '/') is { Num: > 0, Den: > 0 } ratio ? new FrameRate(ratio.Num, ratio.Den) : null;

    private static (int Num, int Den)? Ratio(JsonElement element, string name, char separator)
    {
        string[] parts = (Text(element, name) ?? "").Split(separator);
        return parts.Length == 2 && int.TryParse(parts[0], CultureInfo.InvariantCulture, out int num)
            && int.TryParse(parts[1], CultureInfo.InvariantCulture, out int den) ? (num, den) : null;
    }

    // "00:00:05.000000000" of Matroska's tags.
    private static double? Clock(string text)
    {
        string[] parts = text.Split(':');
        return parts.Length == 3 && int.TryParse(parts[0], CultureInfo.InvariantCulture, out int hours)
            && int.TryParse(parts[1], CultureInfo.InvariantCulture, out int minutes)
            && double.TryParse(parts[2], CultureInfo.InvariantCulture, out double seconds)
            ? hours * 3600.0 + minutes * 60 + seconds : null;
    }

    private static string? Known(string? text) => text is null or "unknown" or "N/A" or "" or "reserved" ? null : text;

    private static Dictionary<string, string> Tags(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("tags", out JsonElement tags)
            ? tags.EnumerateObject().GroupBy(tag => tag.Name, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(tag => tag.Key, tag => tag.First().Value.ToString(), StringComparer.OrdinalIgnoreCase)
            : [];

    private static long? Whole(JsonElement element, string name) =>
        long.TryParse(Text(element, name), CultureInfo.InvariantCulture, out long value) ? value : null;

    private static double? Seconds(JsonElement element, string name) =>
        double.TryParse(Text(element, name), CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) ? value.ToString() : null;
}
