namespace Cymatic.Media;

/// <summary>A clip that stands still for a while at one picture, in silence, and then goes on.</summary>
public sealed record Freeze : ITimeEffect
{
    /// <param name="at">The time of the picture, in seconds, at least 0.</param>
    /// <param name="seconds">How long it stands still.</param>
    public Freeze(double at, double seconds) => (At, Seconds) = (at, seconds);

    /// <summary>The time of the picture, in seconds; null is the end.</summary>
    public double? At { get; init => field = value is { } at ? Require.NotNegative(at) : null; }

    /// <summary>How long it stands still, in seconds.</summary>
    public double Seconds { get; init => field = Require.Positive(value); }

    /// <summary>
    /// How long before the end the last picture is taken, in seconds, when it stands still at the end: what follows is not shown.
    /// </summary>
    public double Padding { get; init => field = Require.NotNegative(value); }

    /// <summary>How the sound ends before the silence, and begins after it.</summary>
    public SoundJoin Join { get; init => field = Require.NotNull(value); } = SoundJoin.Default;

    /// <summary>A clip whose last picture stays for a while.</summary>
    /// <param name="seconds">How long it stays.</param>
    /// <param name="padding">Seconds at the end that are left out before.</param>
    public static Freeze AtEnd(double seconds, double padding = 0) => new(0, seconds) { At = null, Padding = padding };

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The picture does not lie in the clip.</exception>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        double at = In(clip.Duration), left = At is null ? 0 : clip.Duration - at;
        double shown = At is null ? LastBefore(clip, at) : at;
        return new RetimedClip(clip, at + Seconds + left, t => t < at ? t : t < at + Seconds ? shown : t - Seconds);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The picture does not lie in the clip.</exception>
    public AudioClip Apply(AudioClip clip, double duration)
    {
        ArgumentNullException.ThrowIfNull(clip);
        double time = In(duration);
        long at = Math.Min(SampleTime.At(time, clip.SampleRate), clip.Length), rest = At is null ? 0 : clip.Length - at;
        List<AudioClip> row = [];
        if (at > 0)
            row.Add(CutSound.Of(clip, 0, at));
        row.Add(new SilentSound(clip.SampleRate, clip.Channels, SampleTime.Count(Seconds, clip.SampleRate)));
        if (rest > 0)
            row.Add(CutSound.From(clip, at));
        return new JoinedSound(new SoundRow(row), Join);
    }

    private static double LastBefore(VideoClip clip, double at) =>
        clip.Rate is { } rate ? rate.TimeOf(Math.Max(0, rate.FramesIn(at) - 1)) : at;

    private double In(double duration)
    {
        double at = At ?? Require.End(duration, nameof(Freeze)) - Padding;
        return at >= 0 && at <= duration && (At is not null || at > 0)
            ? at
            : throw new ArgumentException($"A clip of {duration} s has no picture at {at} s.", nameof(duration));
    }
}
