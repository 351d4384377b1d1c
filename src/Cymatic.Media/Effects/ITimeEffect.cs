namespace Cymatic.Media;

/// <summary>An effect on time, which pictures and sound follow together: <c>clip.With(new Subclip(2, 5))</c> cuts both.</summary>
public interface ITimeEffect : IVideoEffect, IAudioEffect
{
    /// <summary>The sound with this effect.</summary>
    /// <param name="clip">The sound.</param>
    /// <param name="duration">How long the whole clip lasts, in seconds; the sound's number of samples is that, rounded up.</param>
    AudioClip Apply(AudioClip clip, double duration);

    AudioClip IAudioEffect.Apply(AudioClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        return Apply(clip, clip.Duration);
    }
}
