namespace Cymatic.Media;

/// <summary>What is played or encoded: pictures, sound, or both, from time 0 on.</summary>
/// <param name="Video">The pictures, if any.</param>
/// <param name="Audio">The sound, if any.</param>
public sealed record Clip(VideoClip? Video, AudioClip? Audio = null)
{
    /// <summary>Seconds that it lasts: as long as the pictures, or as the sound when they never end or there are none.</summary>
    public double Duration =>
        Video is { } video && double.IsFinite(video.Duration) ? video.Duration : Audio?.Duration ?? double.PositiveInfinity;

    /// <summary>Pictures without sound.</summary>
    public static Clip FromVideoClip(VideoClip video) => new(video);

    /// <summary>Pictures without sound.</summary>
    public static implicit operator Clip(VideoClip video) => FromVideoClip(video);

    /// <summary>Pictures and sound of a file, whichever it has: <see cref="VideoFileClip"/>, <see cref="AudioFileClip"/>.</summary>
    /// <param name="path">An audio or video file.</param>
    /// <param name="options">How pictures are read.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="UnreadableMediaException">It is no media file, or holds neither pictures nor sound.</exception>
    /// <exception cref="FfmpegException">ffmpeg is missing.</exception>
    public static Clip FromFile(string path, VideoReadOptions? options = null)
    {
        MediaInfo info = MediaInfo.Read(path);
        if (info.Video is null && info.Audio is null)
            throw new UnreadableMediaException(path, $"holds neither pictures nor sound, only {info.Kinds}");
        return new Clip(
            info.Video is null ? null : VideoFileClip.Open(path, info, options ?? new VideoReadOptions()),
            info.Audio is null ? null : AudioFileClip.Open(path, info));
    }

    /// <summary>Sound without pictures.</summary>
    public static Clip FromAudioClip(AudioClip audio) => new(null, audio);

    /// <summary>Sound without pictures.</summary>
    public static implicit operator Clip(AudioClip audio) => FromAudioClip(audio);

    /// <summary>The pictures with an effect, the sound as it was; without pictures nothing changes.</summary>
    public Clip With(IVideoEffect effect) => this with { Video = Video?.With(effect) };

    /// <summary>The sound with an effect, the pictures as they were; without sound nothing changes.</summary>
    public Clip With(IAudioEffect effect) => this with { Audio = Audio?.With(effect) };

    /// <summary>
    /// Pictures and sound with an effect on time. Both last equally long before: the sound is cut or followed by silence; pictures without
    /// end last as long as the sound.
    /// </summary>
    public Clip With(ITimeEffect effect)
    {
        ArgumentNullException.ThrowIfNull(effect);
        var whole = new SetDuration(Duration);
        return new Clip(
            Video is { } video ? effect.Apply(whole.Apply(video)) : null,
            Audio is { } audio ? effect.Apply(whole.Apply(audio, Duration), Duration) : null);
    }
}
