namespace Cymatic.Media;

/// <summary>A clip from its end to its beginning; of a clip with frames each frame, of a sound each sample.</summary>
public sealed record Reverse : ITimeEffect
{
    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        return new RetimedClip(clip, Require.End(clip.Duration, nameof(Reverse)), Backwards(clip));
    }

    /// <inheritdoc/>
    public AudioClip Apply(AudioClip clip, double duration)
    {
        ArgumentNullException.ThrowIfNull(clip);
        Require.End(duration, nameof(Reverse));
        return new ReversedSound(clip);
    }

    /// <summary>The time at which a clip shows what it shows so long before its end.</summary>
    internal static Func<double, double> Backwards(VideoClip clip)
    {
        double duration = clip.Duration;
        // A frame is seen until the next begins: what is seen just before time s is the frame that begins before s.
        return clip.Rate is { } rate ? t => rate.TimeOf(rate.FramesIn(duration - t) - 1) : t => duration - t;
    }
}
