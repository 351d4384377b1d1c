namespace Cymatic.Media;

/// <summary>A clip that speeds up and slows down; its sound follows.</summary>
/// <remarks>
/// With x = (t / duration)^soonness the clip's time is its duration times 2^a·x^(1+a) in the first half and, mirrored, 1 −
/// 2^a·(1 − x)^(1+a) in the second, a being the abruptness: MoviePy's AccelDecel.
/// </remarks>
public sealed record AccelDecel : ITimeEffect
{
    /// <summary>How long the new clip lasts, in seconds; null for as long as before.</summary>
    public double? Duration { get; init => field = value is { } seconds ? Require.Positive(seconds) : null; }

    /// <summary>Above 0 slow, fast, slow; 0 even; between −1 and 0 fast, slow, fast.</summary>
    public double Abruptness
    {
        get;
        init => field = value > -1 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The abruptness must be above −1.");
    } = 1;

    /// <summary>Below 1 most of it happens early, above 1 late.</summary>
    public double Soonness { get; init => field = Require.Positive(value); } = 1;

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        return Over(clip.Duration).Apply(clip);
    }

    /// <inheritdoc/>
    public AudioClip Apply(AudioClip clip, double duration)
    {
        ArgumentNullException.ThrowIfNull(clip);
        return Over(duration).Apply(clip, duration);
    }

    private TimeMap Over(double duration)
    {
        double end = Require.End(duration, nameof(AccelDecel)), newEnd = Duration ?? end;
        return new TimeMap(newEnd, t => end * Ease(Math.Pow(Math.Clamp(t / newEnd, 0, 1), Soonness)));
    }

    private double Ease(double x) => x < 0.5 ? Half(x) : 1 - Half(1 - x);

    private double Half(double x) => Math.Pow(2, Abruptness) * Math.Pow(x, 1 + Abruptness);
}
