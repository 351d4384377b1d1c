namespace Cymatic.Media;

/// <summary>
/// A clip played faster or slower. Its sound is resampled, so that its pitch follows like a tape's, or is stretched at the same pitch.
/// </summary>
public sealed record Speed : ITimeEffect
{
    /// <param name="factor">How many times as fast; ½ is slow motion.</param>
    public Speed(double factor) => Factor = factor;

    private Speed()
    {
    }

    /// <summary>How many times as fast; null where the duration is given.</summary>
    public double? Factor { get; init => field = value is { } factor ? Require.Positive(factor) : null; }

    /// <summary>Seconds that the clip is to last, where this and not the factor is given.</summary>
    public double? FinalDuration { get; init => field = value is { } seconds ? Require.Positive(seconds) : null; }

    /// <summary>Whether the sound keeps its pitch. All of it then comes into memory when it is first heard.</summary>
    public bool KeepPitch { get; init; }

    /// <summary>A clip that is to last so many seconds.</summary>
    public static Speed ToLast(double seconds) => new() { FinalDuration = seconds };

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        double factor = For(clip.Duration);
        return new RetimedClip(clip, FinalDuration ?? clip.Duration / factor, t => t * factor) { NewRate = clip.Rate?.Times(factor) };
    }

    /// <inheritdoc/>
    public AudioClip Apply(AudioClip clip, double duration)
    {
        ArgumentNullException.ThrowIfNull(clip);
        double factor = For(duration);
        if (factor == 1)
            return clip;
        long length = SampleTime.Count(duration / factor, clip.SampleRate);
        return KeepPitch ? new StretchedSound(clip, factor, length) : new ResampledSound(clip, Ratio.Near(factor), clip.SampleRate, length);
    }

    private double For(double duration) => Factor ?? Require.End(duration, nameof(Speed)) / FinalDuration!.Value;
}
