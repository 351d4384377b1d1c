using Cymatic.Signal;

namespace Cymatic.Media;

/// <summary>A sound at another speed and the same pitch. All of it comes into memory when it is first heard.</summary>
internal sealed class StretchedSound : AudioClip
{
    private readonly Lazy<AudioClip> _stretched;

    /// <exception cref="ArgumentException">The sound never ends, or is too long for memory.</exception>
    public StretchedSound(AudioClip source, double factor, long length)
        : base(source.SampleRate, source.Channels, length)
    {
        const double longest = 3600;
        if (!(Math.Max(source.Duration, Duration) <= longest))
        {
            throw new ArgumentException(
                $"A sound of {source.Duration:0.###} s is too long to keep its pitch: an hour at most.", nameof(source));
        }

        _stretched = new(() => From(TimeStretch.Stretch(ToSound(source), factor)));
    }

    /// <inheritdoc/>
    public override void Render(long firstSample, Span<float> target) => _stretched.Value.Render(firstSample, target);

    private static Sound ToSound(AudioClip clip)
    {
        float[][] channels = [.. Enumerable.Range(0, clip.Channels).Select(_ => new float[clip.Length])];
        int at = 0;
        SoundBlocks.Read(clip, block =>
        {
            Interleaving.Split(block, channels, at);
            at += block.Length / clip.Channels;
        });
        return new Sound(channels, clip.SampleRate);
    }
}
