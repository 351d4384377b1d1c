namespace Cymatic.Media;

/// <summary>How one sound goes over into the next at a cut, so that nothing clicks.</summary>
/// <remarks>
/// Where a sound goes on beyond the cut in the material that it was cut from, both are heard for this long, with gains of equal power;
/// the more alike the two are, the nearer the gains come to equal amplitude, so that a sound cut in two and joined again is the same
/// sound. Where it does not, it is faded out to the cut, or in from it. Time never shifts: whatever lies around a cut stays in its place.
/// </remarks>
public sealed record SoundJoin
{
    /// <param name="seconds">How long the change takes, 0 to 1; 0 is exact.</param>
    public SoundJoin(double seconds) => Seconds = seconds;

    /// <summary>Eight milliseconds.</summary>
    public static SoundJoin Default { get; } = new(0.008);

    /// <summary>Every sample as it was: sample n of one is followed by sample 0 of the next.</summary>
    public static SoundJoin Exact { get; } = new(0);

    /// <summary>How long the change takes, in seconds, 0 to 1; 0 is exact.</summary>
    public double Seconds { get; init => field = Require.Fraction(value); }
}
