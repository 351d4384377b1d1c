using Cymatic.Signal;

namespace Cymatic.Media;

/// <summary>Samples for every time: a sound, or a function that makes one.</summary>
/// <remarks><see cref="Render"/> may be called by several threads at once, for any samples in any order.</remarks>
public abstract class AudioClip
{
    /// <param name="sampleRate">In Hz, at least 1.</param>
    /// <param name="channels">At least 1.</param>
    /// <param name="length">In samples of each channel, at least 1; <see cref="long.MaxValue"/> for a clip that never ends.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    protected AudioClip(int sampleRate, int channels, long length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        (SampleRate, Channels, Length) = (sampleRate, channels, length);
    }

    /// <summary>Samples per second and channel.</summary>
    public int SampleRate { get; }

    /// <summary>Number of channels.</summary>
    public int Channels { get; }

    /// <summary>Samples in each channel; <see cref="long.MaxValue"/> for a clip that never ends.</summary>
    public long Length { get; }

    /// <summary>Length in seconds; infinite for a clip that never ends.</summary>
    public double Duration => Length == long.MaxValue ? double.PositiveInfinity : (double)Length / SampleRate;

    /// <summary>The sound of an audio or video file: <see cref="AudioFileClip.Open(string)"/>.</summary>
    /// <inheritdoc cref="AudioFileClip.Open(string)"/>
    public static AudioFileClip FromFile(string path) => AudioFileClip.Open(path);

    /// <summary>A clip of a sound, followed by silence.</summary>
    public static AudioClip From(Sound sound)
    {
        ArgumentNullException.ThrowIfNull(sound);
        return new OfSound(sound);
    }

    /// <summary>A clip of one channel by a function of time.</summary>
    /// <param name="sampleRate">In Hz.</param>
    /// <param name="duration">In seconds; infinite for a clip that never ends.</param>
    /// <param name="wave">The sample, −1 to 1, for a time in seconds; thread-safe and pure.</param>
    public static AudioClip From(int sampleRate, double duration, Func<double, double> wave)
    {
        ArgumentNullException.ThrowIfNull(wave);
        return new FunctionSound(sampleRate, 1, duration, (t, values) => values[0] = wave(t));
    }

    /// <summary>A clip of several channels by a function of time.</summary>
    /// <param name="sampleRate">In Hz.</param>
    /// <param name="channels">At least 1.</param>
    /// <param name="duration">In seconds; infinite for a clip that never ends.</param>
    /// <param name="wave">Fills a sample of each channel, −1 to 1, for a time in seconds; thread-safe and pure.</param>
    public static AudioClip From(int sampleRate, int channels, double duration, Action<double, Span<double>> wave)
    {
        ArgumentNullException.ThrowIfNull(wave);
        return new FunctionSound(sampleRate, channels, duration, wave);
    }

    /// <summary>This clip with an effect.</summary>
    public AudioClip With(IAudioEffect effect)
    {
        ArgumentNullException.ThrowIfNull(effect);
        return effect.Apply(this);
    }

    /// <summary>Gives samples, from any sample on; before the first and after the last there is silence.</summary>
    /// <param name="firstSample">Number of the first sample.</param>
    /// <param name="target">Takes the channels side by side: sample n of channel c at n·<see cref="Channels"/> + c. All of it is
    /// filled.</param>
    public abstract void Render(long firstSample, Span<float> target);

    /// <summary>Samples that there are before the first and after the last, in the material that this clip was cut from.</summary>
    internal virtual (long Head, long Tail) Beyond => (0, 0);

    /// <summary>Gives samples as <see cref="Render"/> does, but outside the clip those of the material that it was cut from.</summary>
    internal virtual void RenderBeyond(long firstSample, Span<float> target) => Render(firstSample, target);

    private sealed class OfSound(Sound sound) : AudioClip(sound.SampleRate, sound.Channels, sound.Length)
    {
        public override void Render(long firstSample, Span<float> target)
        {
            long frames = target.Length / Channels;
            long start = Math.Clamp(firstSample, 0, sound.Length), end = Math.Clamp(firstSample + frames, start, sound.Length);
            target.Clear();
            int silent = end > start ? (int)(start - firstSample) : 0;
            Interleaving.Join(sound, (int)start, target.Slice(silent * Channels, (int)(end - start) * Channels));
        }
    }
}
