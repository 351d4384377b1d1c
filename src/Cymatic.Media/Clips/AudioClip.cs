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

    /// <summary>A clip of a sound, followed by silence.</summary>
    public static AudioClip From(Sound sound)
    {
        ArgumentNullException.ThrowIfNull(sound);
        return new OfSound(sound);
    }

    /// <summary>Gives samples, from any sample on; before the first and after the last there is silence.</summary>
    /// <param name="firstSample">Number of the first sample.</param>
    /// <param name="target">Takes the channels side by side: sample n of channel c at n·<see cref="Channels"/> + c. All of it is filled.</param>
    public abstract void Render(long firstSample, Span<float> target);

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
