namespace Cymatic.Media;

/// <summary>A clip forwards, then backwards: it ends as it began.</summary>
public sealed record TimeSymmetrize : ITimeEffect
{
    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        double duration = Require.End(clip.Duration, nameof(TimeSymmetrize)), tolerance = clip.Rate?.TimeOf(1) * 1e-6 ?? 0;
        Func<double, double> backwards = Reverse.Backwards(clip);
        return new RetimedClip(clip, 2 * duration, t => t < duration - tolerance ? t : backwards(Math.Max(0, t - duration)));
    }

    /// <inheritdoc/>
    public AudioClip Apply(AudioClip clip, double duration)
    {
        ArgumentNullException.ThrowIfNull(clip);
        Require.End(duration, nameof(TimeSymmetrize));
        // The last sample follows itself: nothing clicks.
        return new JoinedSound(new SoundRow([clip, new ReversedSound(clip)]), SoundJoin.Exact);
    }
}
