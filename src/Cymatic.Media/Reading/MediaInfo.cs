namespace Cymatic.Media;

/// <summary>What a media file says about itself: container, length, streams, tags. Nothing is decoded.</summary>
public sealed record MediaInfo
{
    /// <summary>The file, as the user named it.</summary>
    public required string Path { get; init; }

    /// <summary>Bytes of the file.</summary>
    public required long Size { get; init; }

    /// <summary>ffmpeg's names of the container, with commas between: "mov,mp4,m4a,3gp,3g2,mj2".</summary>
    public required string Container { get; init; }

    /// <summary>The container's name for people.</summary>
    public string? ContainerName { get; init; }

    /// <summary>Seconds; null when the header does not say.</summary>
    public double? Duration { get; init; }

    /// <summary>The earliest time stamp in seconds.</summary>
    public double Start { get; init; }

    /// <summary>Bits a second of all streams; null when unknown.</summary>
    public long? BitRate { get; init; }

    /// <summary>What the file says in words: title, artist, encoder.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Every stream, in the file's order.</summary>
    public required IReadOnlyList<MediaStreamInfo> Streams { get; init; }

    /// <summary>The first stream of moving pictures (cover art of a song is none); null when there is none.</summary>
    public VideoStreamInfo? Video => Streams.OfType<VideoStreamInfo>().FirstOrDefault();

    /// <summary>The first stream of sound; null when there is none.</summary>
    public AudioStreamInfo? Audio => Streams.OfType<AudioStreamInfo>().FirstOrDefault();

    /// <summary>The time stamp, in seconds, that is time 0 of pictures and sound.</summary>
    /// <remarks>The earliest one; but the first picture's when that is less than half a frame later; no sound's lead-in before 0.</remarks>
    internal double Zero => Video is not { } video ? Math.Max(0, Start)
        : (video.Start ?? Start) is var first && Math.Abs(first - Start) < video.SecondsPerFrame / 2 ? first : Start;

    /// <summary>"video (h264), audio (aac)".</summary>
    internal string Kinds => string.Join(", ", Streams.Select(stream => $"{stream.Kind} ({stream.Codec})"));

    /// <summary>Asks ffprobe, one short process (50 ms).</summary>
    /// <param name="path">Any audio, video or picture file.</param>
    /// <param name="cancel">Ends the process.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="UnreadableMediaException">It is empty, a folder, no media file, or takes longer than half a minute.</exception>
    /// <exception cref="FfmpegException">ffprobe is missing.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static MediaInfo Read(string path, CancellationToken cancel = default)
    {
        MediaFile.Check(path);
        return MediaProbe.Read(path, cancel);
    }
}
