namespace Cymatic.Media;

/// <summary>A clip again and again.</summary>
public sealed record Loop : ITimeEffect
{
    /// <param name="times">How often it is played; null is without end.</param>
    public Loop(int? times = null) => Times = times;

    /// <summary>How often it is played; null is without end, or until <see cref="Seconds"/>.</summary>
    public int? Times { get; init => field = value is { } times ? Require.AtLeast(1, times) : null; }

    /// <summary>How long all of it lasts, where that is given; the last round may be cut.</summary>
    public double? Seconds { get; init => field = value is { } seconds ? Require.Positive(seconds) : null; }

    /// <summary>How the sound goes from one round to the next.</summary>
    public SoundJoin Join { get; init => field = Require.NotNull(value); } = SoundJoin.Default;

    /// <summary>A clip again and again until it has lasted so many seconds.</summary>
    public static Loop For(double seconds) => new() { Seconds = seconds };

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        double round = Require.End(clip.Duration, nameof(Loop)), tolerance = clip.Rate?.TimeOf(1) * 1e-6 ?? round * 1e-9;
        return new RetimedClip(clip, Total(round), t => Math.Max(0, t - Math.Floor((t + tolerance) / round) * round));
    }

    /// <inheritdoc/>
    public AudioClip Apply(AudioClip clip, double duration)
    {
        ArgumentNullException.ThrowIfNull(clip);
        double round = Require.End(duration, nameof(Loop));
        return CutSound.Of(new JoinedSound(new SoundLoop(clip, round), Join), 0, SampleTime.Count(Total(round), clip.SampleRate));
    }

    private double Total(double round) => Seconds ?? round * Times ?? double.PositiveInfinity;
}
