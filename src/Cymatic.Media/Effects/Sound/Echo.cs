namespace Cymatic.Media;

/// <summary>A sound that comes back several times, each time softer; it gets longer by that.</summary>
public sealed record Echo : IAudioEffect
{
    /// <param name="seconds">From one time to the next.</param>
    /// <param name="repeats">How often it comes back.</param>
    /// <param name="decay">By which each time is multiplied against the one before, 0 to 1.</param>
    public Echo(double seconds, int repeats = 4, double decay = 0.5) => (Seconds, Repeats, Decay) = (seconds, repeats, decay);

    /// <summary>From one time to the next, in seconds.</summary>
    public double Seconds { get; init => field = Require.Positive(value); }

    /// <summary>How often it comes back.</summary>
    public int Repeats { get; init => field = Require.AtLeast(1, value); }

    /// <summary>By which each time is multiplied against the one before, 0 to 1.</summary>
    public double Decay { get; init => field = Require.Fraction(value); }

    /// <inheritdoc/>
    public AudioClip Apply(AudioClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        long gap = SampleTime.At(Seconds, clip.SampleRate);
        IEnumerable<MixedPart> parts = Enumerable.Range(0, Repeats + 1).Select(
            n => new MixedPart(n == 0 ? clip : clip.With(new Volume(Math.Pow(Decay, n))), n * gap));
        return new MixedSound([.. parts], clip.Length == long.MaxValue ? long.MaxValue : clip.Length + Repeats * gap);
    }
}
