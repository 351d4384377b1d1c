using System.Text.Json;

namespace Cymatic.Media;

/// <summary>Asks ffprobe about a file.</summary>
internal static class MediaProbe
{
    /// <summary>How long an answer may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The file as ffmpeg must be told of it, so that a name with ':' or a leading '-' stays a name.</summary>
    public static string Url(string path) => "file:" + Path.GetFullPath(path);

    /// <summary>What the header says.</summary>
    /// <exception cref="UnreadableMediaException">ffprobe finds no stream in it, or gives no answer in time.</exception>
    public static MediaInfo Read(string path, CancellationToken cancel)
    {
        string json = Ask(path, ["-show_format", "-show_streams", "-of", "json"], output => new StreamReader(output).ReadToEnd(), cancel);
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            MediaInfo info = MediaInfoJson.Parse(path, document.RootElement);
            return info.Streams.Count > 0 ? info : throw new UnreadableMediaException(path, "holds neither sound nor pictures");
        }
        catch (JsonException)
        {
            throw new UnreadableMediaException(path, "has a header that ffprobe cannot describe");
        }
    }

    /// <summary>The reason why a file gives no sound; null when ffprobe sees none.</summary>
    public static UnreadableMediaException? Explain(string path, CancellationToken cancel)
    {
        try
        {
            MediaInfo info = Read(path, cancel);
            if (info.Audio is { SampleRate: 0 })
                return new UnreadableMediaException(path, "holds no sound that can be decoded: it says neither rate nor channels");
            return info.Audio is not null ? null : new UnreadableMediaException(path, $"holds no sound, only {info.Kinds}");
        }
        catch (UnreadableMediaException e)
        {
            return e;
        }
    }

    /// <summary>Runs ffprobe on a file and reads its answer.</summary>
    /// <exception cref="UnreadableMediaException">It fails, or gives no answer in time.</exception>
    public static T Ask<T>(string path, IEnumerable<string> questions, Func<Stream, T> read, CancellationToken cancel)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        string[] arguments =
            ["-hide_banner", "-loglevel", "level+error", "-protocol_whitelist", "file,pipe,fd", .. questions, "-i", Url(path)];
        try
        {
            using FfmpegChild child = FfmpegChild.Start(Ffmpeg.Probe, arguments, limit.Token);
            child.Input.Dispose();
            T answer = read(child.Output);
            return child.WaitForExit() == 0 ? answer : throw Refusal(path, child);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new UnreadableMediaException(path, $"could not be read: ffprobe gave no answer in {Patience.TotalSeconds:0} s");
        }
    }

    private static UnreadableMediaException Refusal(string path, FfmpegChild child)
    {
        string last = child.Log.LastLines.Count > 0 ? child.Log.LastLines[^1] : "no reason given";
        string reason = last.Replace(Url(path) + ": ", "", StringComparison.Ordinal);
        return new UnreadableMediaException(path, $"is not a media file that ffmpeg can read ({reason.TrimEnd('.')})");
    }
}
