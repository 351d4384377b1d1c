namespace Cymatic.Media;

/// <summary>What is played or encoded: pictures, sound, or both, from time 0 on.</summary>
/// <param name="Video">The pictures, if any.</param>
/// <param name="Audio">The sound, if any.</param>
public sealed record Clip(VideoClip? Video, AudioClip? Audio = null)
{
    /// <summary>Seconds that it lasts: as long as the pictures, or as the sound when they never end or there are none.</summary>
    public double Duration => Video is { } video && double.IsFinite(video.Duration) ? video.Duration : Audio?.Duration ?? double.PositiveInfinity;

    /// <summary>The pictures with an effect, the sound as it was; without pictures nothing changes.</summary>
    public Clip With(IVideoEffect effect) => this with { Video = Video?.With(effect) };

    /// <summary>The sound with an effect, the pictures as they were; without sound nothing changes.</summary>
    public Clip With(IAudioEffect effect) => this with { Audio = Audio?.With(effect) };

    /// <summary>Pictures and sound with an effect on time. The sound is first cut or followed by silence to last as long as the pictures.</summary>
    public Clip With(ITimeEffect effect)
    {
        AudioClip? audio = Audio is { } sound && Video is { } video ? sound.With(new AudioDuration(video.Duration)) : Audio;
        return new Clip(Video?.With((IVideoEffect)effect), audio?.With((IAudioEffect)effect));
    }
}
