using System.Text.Json;

namespace Cymatic.Media;

/// <summary>Asks ffprobe what is wrong with a file; only after a failure, as the question takes a process of its own.</summary>
internal static class MediaProbe
{
    /// <summary>The file as ffmpeg must be told of it, so that a name with ':' or a leading '-' stays a name.</summary>
    public static string Url(string path) => "file:" + Path.GetFullPath(path);

    /// <summary>The reason why a file gives no sound; null when ffprobe sees none.</summary>
    public static UnreadableMediaException? Explain(string path, CancellationToken cancel)
    {
        using FfmpegChild child = FfmpegChild.Start(
            Ffmpeg.Probe,
            ["-hide_banner", "-loglevel", "level+error", "-protocol_whitelist", "file,pipe,fd", "-of", "json", "-show_streams", "-i", Url(path)],
            cancel);
        using StreamReader reader = new(child.Output);
        string json = reader.ReadToEnd();
        if (child.WaitForExit() != 0)
        {
            string last = child.Log.LastLines.Count > 0 ? child.Log.LastLines[^1] : "no reason given";
            string reason = last.Replace(Url(path) + ": ", "", StringComparison.Ordinal);
            return new UnreadableMediaException(path, $"is not a media file that ffmpeg can read ({reason.TrimEnd('.')})");
        }

        JsonElement[] streams = Streams(json);
        if (streams.Any(stream => Text(stream, "codec_type") == "audio" && Text(stream, "sample_rate") == "0"))
            return new UnreadableMediaException(path, "holds no sound that can be decoded: it says neither rate nor channels");
        string[] kinds = [.. streams.Select(Kind)];
        if (kinds.Length == 0)
            return new UnreadableMediaException(path, "holds neither sound nor pictures");
        return kinds.Any(kind => kind.StartsWith("audio", StringComparison.Ordinal))
            ? null
            : new UnreadableMediaException(path, $"holds no sound, only {string.Join(", ", kinds)}");
    }

    private static JsonElement[] Streams(string json) =>
        JsonDocument.Parse(json).RootElement.TryGetProperty("streams", out JsonElement streams) ? [.. streams.EnumerateArray()] : [];

    private static string Kind(JsonElement stream) =>
        $"{Text(stream, "codec_type")} ({Text(stream, "codec_name")})";

    private static string Text(JsonElement stream, string name) =>
        stream.TryGetProperty(name, out JsonElement value) ? value.GetString() ?? "unknown" : "unknown";
}
