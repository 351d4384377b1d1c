namespace Cymatic.Media;

/// <summary>A clip without a part of it.</summary>
public sealed record CutOut : ITimeEffect
{
    /// <param name="start">Where the part begins, in seconds, at least 0.</param>
    /// <param name="end">Where it ends, in seconds.</param>
    public CutOut(double start, double end)
    {
        (Start, End) = (start, end);
        if (!(start < end))
            throw new ArgumentException($"A part from {start} to {end} s is empty.", nameof(end));
    }

    /// <summary>Where the part begins, in seconds, at least 0.</summary>
    public double Start { get; init => field = Require.NotNegative(value); }

    /// <summary>Where it ends, in seconds.</summary>
    public double End { get; init => field = Require.NotNegative(value); }

    /// <summary>How the sound goes over the cut.</summary>
    public SoundJoin Join { get; init => field = Require.NotNull(value); } = SoundJoin.Default;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The part does not lie in the clip, or is all of it.</exception>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        double gap = Gap(clip.Duration);
        // The cut has the tolerance of frames: a time that is a rounding short of it already shows what follows.
        double tolerance = clip.Rate?.TimeOf(1) * 1e-6 ?? 0;
        return new RetimedClip(clip, clip.Duration - gap, t => t < Start - tolerance ? t : t + gap);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The part does not lie in the clip, or is all of it.</exception>
    public AudioClip Apply(AudioClip clip, double duration)
    {
        ArgumentNullException.ThrowIfNull(clip);
        Gap(duration);
        long start = SampleTime.At(Start, clip.SampleRate), end = Math.Min(SampleTime.At(End, clip.SampleRate), clip.Length);
        if (start == end)
            return clip;
        AudioClip? before = start > 0 ? CutSound.Of(clip, 0, start) : null;
        AudioClip? after = end < clip.Length ? CutSound.From(clip, end) : null;
        return before is null ? after! : after is null ? before : new JoinedSound(new SoundRow([before, after]), Join);
    }

    private double Gap(double duration) => Start < End && End <= duration * (1 + 1e-9) && End - Start < duration
        ? End - Start
        : throw new ArgumentException($"From {Start} to {End} s cannot be cut out of a clip of {duration} s.", nameof(duration));
}
