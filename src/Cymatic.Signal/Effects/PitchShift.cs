namespace Cymatic.Signal;

/// <summary>Plays a sound higher or lower, as long as before.</summary>
public static class PitchShift
{
    /// <summary>The sound stretched in time, then resampled: every frequency times 2^(semitones / 12).</summary>
    /// <param name="sound">Any number of channels.</param>
    /// <param name="semitones">Positive: higher.</param>
    /// <param name="options">How time is stretched; null: phase locking. The classic method is librosa's.</param>
    /// <param name="progress">Told the fraction that is done.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <remarks>With the classic method as librosa 0.11's effects.pitch_shift, but for its resampler.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">More than four octaves, or a number that is not finite.</exception>
    public static Sound Shift(
        Sound sound, double semitones, TimeStretchOptions? options = null, IProgress<double>? progress = null,
            CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(sound);
        if (!(Math.Abs(semitones) <= 48))
            throw new ArgumentOutOfRangeException(nameof(semitones), semitones, "Pitch is shifted by at most 48 semitones.");
        sound.Check(nameof(sound), 0);
        double rate = Math.Pow(2, -semitones / 12);
        Sound stretched = TimeStretch.Stretch(sound, rate, options, progress, cancel);

        // Rates are whole numbers: a fine unit keeps the pitch within a fiftieth of a cent.
        const int unit = 100_000;
        int from = (int)Math.Round(unit / Math.Min(1, rate)), to = (int)Math.Round(from * rate);
        var channels = new float[sound.Channels][];
        for (int channel = 0; channel < channels.Length; channel++)
        {
            float[] resampled = Resampler.Resample(stretched[channel].ToArray(), from, to, cancel);
            Array.Resize(ref resampled, sound.Length);
            channels[channel] = resampled;
        }

        return new(channels, sound.SampleRate);
    }
}
