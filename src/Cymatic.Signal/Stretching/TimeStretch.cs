namespace Cymatic.Signal;

/// <summary>Plays a sound faster or slower at the same pitch.</summary>
public static class TimeStretch
{
    private const double WindowSeconds = 0.093;

    /// <summary>The sound at <paramref name="rate"/> times its speed: ¼ is four times as long. Its length is rounded to a sample.</summary>
    /// <param name="sound">Any number of channels; they stay in phase with each other.</param>
    /// <param name="rate">Speed, positive: above 1 faster, below slower.</param>
    /// <param name="options">The method; phase locking by default.</param>
    /// <param name="progress">Told the fraction that is done.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate that is not positive and finite, or so low that the result would not fit into
    /// memory.</exception>
    /// <exception cref="ArgumentException">A sample is not finite.</exception>
    public static Sound Stretch(
        Sound sound, double rate, TimeStretchOptions? options = null, IProgress<double>? progress = null,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(sound);
        sound.Check(nameof(sound), 0);
        CheckRate(rate);
        options ??= new();
        double length = Math.Round(sound.Length / rate);
        if (length > Array.MaxLength)
            throw new ArgumentOutOfRangeException(
                nameof(rate), rate, $"{sound.Length} samples would become {length}, more than fit into an array.");
        return options.Method == StretchMethod.Classic
            ? Classic(sound, (rate, (int)length), options, cancel)
            : new PhaseLockedStretch(sound, rate, options.FftLength ?? Nearest(sound.SampleRate * WindowSeconds), options.KeepsAttacks)
                .Run((int)length, progress, cancel);
    }

    internal static void CheckRate(double rate)
    {
        if (!(rate > 0) || !double.IsFinite(rate))
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "The speed must be positive and finite.");
    }

    private static Sound Classic(Sound sound, (double Rate, int Length) stretch, TimeStretchOptions options, CancellationToken cancel)
    {
        StftOptions frames = new() { FftLength = options.FftLength ?? 2048 };
        var channels = new float[sound.Channels][];
        for (int channel = 0; channel < channels.Length; channel++)
        {
            ComplexSpectrogram stretched = PhaseVocoder.Stretch(Stft.Forward(sound, channel, frames, cancel), stretch.Rate, cancel);
            channels[channel] = Stft.Inverse(stretched, stretch.Length, cancel)[0].ToArray();
        }

        return new(channels, sound.SampleRate);
    }

    /// <summary>The power of two nearest to a number of samples, at least 64.</summary>
    private static int Nearest(double samples) => Math.Max(64, 1 << Math.Max(0, (int)Math.Round(Math.Log2(samples))));
}
