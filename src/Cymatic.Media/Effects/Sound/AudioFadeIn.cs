namespace Cymatic.Media;

/// <summary>A sound that comes out of silence.</summary>
public sealed record AudioFadeIn : IAudioEffect
{
    /// <param name="seconds">How long it takes.</param>
    public AudioFadeIn(double seconds) => Seconds = seconds;

    /// <summary>How long it takes, in seconds.</summary>
    public double Seconds { get; init => field = Require.Positive(value); }

    /// <summary>Whether the gain goes as a sine, as where two sounds cross at equal power, and not in a straight line.</summary>
    public bool EqualPower { get; init; }

    /// <inheritdoc/>
    public AudioClip Apply(AudioClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        long fade = Math.Max(1, SampleTime.At(Seconds, clip.SampleRate));
        return new GainSound(clip, n => Gain((n + 0.5) / fade), (first, _) => first < fade);
    }

    private double Gain(double place)
    {
        double x = Math.Clamp(place, 0, 1);
        return EqualPower ? Math.Sin(x * Math.PI / 2) : x;
    }
}
