namespace Cymatic.Media;

/// <summary>What must be known of a file before its first sound can be heard in step with its pictures.</summary>
public sealed record SoundTrack
{
    /// <summary>The file, as the user named it.</summary>
    public required string Path { get; init; }

    /// <summary>Samples a second, in Hz.</summary>
    public required int SampleRate { get; init; }

    /// <summary>Number of channels.</summary>
    public required int Channels { get; init; }

    /// <summary>Seconds; null when the header does not say.</summary>
    public double? Duration { get; init; }

    /// <summary>Whether there are moving pictures beside the sound.</summary>
    public bool HasVideo { get; init; }

    /// <summary>Frames a second; null without pictures, and when unknown.</summary>
    public FrameRate? FrameRate { get; init; }

    /// <summary>The time stamp, in seconds, that is time 0 of pictures and sound.</summary>
    public double Zero { get; init; }

    /// <summary>What the header of a file says: read here where it is that of a plain MP4 file, else asked of ffprobe.</summary>
    /// <param name="path">Any audio or video file.</param>
    /// <param name="cancel">Ends the process.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="UnreadableMediaException">It is empty, a folder, no media file, or holds no sound.</exception>
    /// <exception cref="FfmpegException">ffprobe is missing.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static SoundTrack Read(string path, CancellationToken cancel = default)
    {
        MediaFile.Check(path);
        return Mp4Header.TryRead(path) ?? Of(MediaInfo.Read(path, cancel));
    }

    /// <summary>The same of a file that was asked already.</summary>
    /// <exception cref="UnreadableMediaException">It holds no sound.</exception>
    public static SoundTrack Of(MediaInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        if (info.Audio is not { SampleRate: > 0, Channels: > 0 } audio)
            throw new UnreadableMediaException(info.Path, $"holds no sound, only {info.Kinds}");
        return new()
        {
            Path = info.Path,
            SampleRate = audio.SampleRate,
            Channels = audio.Channels,
            Duration = audio.Duration ?? info.Duration,
            HasVideo = info.Video is not null,
            FrameRate = info.Video?.AverageRate ?? info.Video?.BaseRate,
            Zero = info.Zero,
        };
    }
}
