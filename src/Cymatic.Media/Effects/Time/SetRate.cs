namespace Cymatic.Media;

/// <summary>A clip in frames of this rate: each picture is held until the next frame begins.</summary>
public sealed record SetRate : IVideoEffect
{
    /// <param name="rate">Frames a second.</param>
    public SetRate(FrameRate rate) => Rate = rate;

    /// <summary>Frames a second.</summary>
    public FrameRate Rate
    {
        get;
        init => field = value.Num > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A rate must be positive.");
    }

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        return new RetimedClip(clip, clip.Duration, t => Rate.TimeOf(Rate.FrameAt(t))) { NewRate = Rate };
    }
}
