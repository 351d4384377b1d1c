namespace Cymatic.Media;

/// <summary>A sound of one channel: the mean of all.</summary>
public sealed record ToMono : IAudioEffect
{
    /// <inheritdoc/>
    public AudioClip Apply(AudioClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        return clip.Channels == 1 ? clip : new RoutedSound(clip, 1);
    }
}
