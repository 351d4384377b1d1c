namespace Cymatic.Media;

/// <summary>A clip of exactly this length: cut, or its last picture held in silence.</summary>
public sealed record SetDuration : ITimeEffect
{
    /// <param name="seconds">Positive; infinite for a clip without end.</param>
    public SetDuration(double seconds) => Seconds = seconds;

    /// <summary>Length in seconds, positive; infinite for a clip without end.</summary>
    public double Seconds
    {
        get;
        init => field = value > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A clip lasts longer than 0 seconds.");
    }

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        return Seconds == clip.Duration ? clip : new RetimedClip(clip, Seconds, t => t);
    }

    /// <inheritdoc/>
    public AudioClip Apply(AudioClip clip, double duration)
    {
        ArgumentNullException.ThrowIfNull(clip);
        return CutSound.Of(clip, 0, SampleTime.Count(Seconds, clip.SampleRate));
    }
}
