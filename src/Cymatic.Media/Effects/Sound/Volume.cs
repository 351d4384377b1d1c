namespace Cymatic.Media;

/// <summary>A sound louder or softer.</summary>
public sealed record Volume : IAudioEffect
{
    /// <param name="factor">By which every sample is multiplied.</param>
    public Volume(Curve factor) => Factor = factor;

    /// <param name="factor">By which a sample is multiplied, by a function of seconds; thread-safe and pure.</param>
    public Volume(Func<double, double> factor)
        : this(new Curve(factor))
    {
    }

    /// <summary>By which every sample is multiplied.</summary>
    public Curve Factor { get; init => field = Require.NotNull(value); }

    /// <summary>A sound by so many decibels louder; negative is softer.</summary>
    public static Volume Decibels(double gainDb) => new(Math.Pow(10, Require.Finite(gainDb, nameof(gainDb)) / 20));

    /// <inheritdoc/>
    public AudioClip Apply(AudioClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        int rate = clip.SampleRate;
        double last = clip.Duration;
        return Factor.Constant is { } factor
            ? GainSound.Constant(clip, () => factor)
            : new GainSound(clip, n => Factor.At(Math.Clamp((double)n / rate, 0, last)), (_, _) => true);
    }
}
