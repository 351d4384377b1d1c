namespace Cymatic.Media;

/// <summary>A clip at the times that a function gives; its sound follows, its pitch with the speed.</summary>
/// <remarks>
/// What falls before the clip or after it is its first or last picture, and silence. Sound is read between its samples by a windowed sinc
/// that is widened where the speed is above 1, so that nothing folds back; where the function jumps, it clicks.
/// </remarks>
public sealed record TimeMap : ITimeEffect
{
    /// <param name="duration">How long the new clip lasts, in seconds.</param>
    /// <param name="map">The clip's time, in seconds, for a time of the new clip; thread-safe and pure.</param>
    public TimeMap(double duration, Func<double, double> map) => (Duration, Map) = (duration, map);

    /// <summary>How long the new clip lasts, in seconds; infinite for one without end.</summary>
    public double Duration
    {
        get;
        init => field = value > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A clip lasts longer than 0 seconds.");
    }

    /// <summary>The clip's time, in seconds, for a time of the new clip.</summary>
    public Func<double, double> Map { get; init => field = Require.NotNull(value); }

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        return new RetimedClip(clip, Duration, Map);
    }

    /// <inheritdoc/>
    public AudioClip Apply(AudioClip clip, double duration)
    {
        ArgumentNullException.ThrowIfNull(clip);
        return new WarpedSound(clip, SampleTime.Count(Duration, clip.SampleRate), Map);
    }
}
