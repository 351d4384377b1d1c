namespace Cymatic.Media;

/// <summary>A sound of two channels: one channel is heard at both sides; of more than two the first two stay.</summary>
public sealed record ToStereo : IAudioEffect
{
    /// <inheritdoc/>
    public AudioClip Apply(AudioClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        return clip.Channels == 2 ? clip : new RoutedSound(clip, 2);
    }
}
