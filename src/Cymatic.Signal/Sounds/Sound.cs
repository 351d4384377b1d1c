namespace Cymatic.Signal;

/// <summary>Immutable sound: planar float32 samples, full scale ±1, at a sample rate.</summary>
public sealed class Sound
{
    private readonly ReadOnlyMemory<float>[] _channels;

    /// <summary>
    /// Wraps sample arrays, one for each channel, without copying: the caller hands them over and writes to them no more.
    /// </summary>
    /// <param name="channels">At least one channel; all of the same length.</param>
    /// <param name="sampleRate">Samples per second, at least 1.</param>
    /// <exception cref="ArgumentException">No channel, or channels of different lengths.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A rate below 1 Hz.</exception>
    public Sound(float[][] channels, int sampleRate)
    {
        ArgumentNullException.ThrowIfNull(channels);
        if (channels.Length == 0)
            throw new ArgumentException("A sound has at least one channel.", nameof(channels));
        foreach (float[] channel in channels)
        {
            if (channel.Length != channels[0].Length)
                throw new ArgumentException(
                    $"Channels of {channels[0].Length} and {channel.Length} samples are not one sound.", nameof(channels));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1);
        _channels = [.. channels.Select(channel => (ReadOnlyMemory<float>)channel)];
        SampleRate = sampleRate;
    }

    private Sound(ReadOnlyMemory<float>[] channels, int sampleRate) => (_channels, SampleRate) = (channels, sampleRate);

    /// <summary>A sound of one channel; the array is handed over.</summary>
    public Sound(float[] mono, int sampleRate)
        : this([mono], sampleRate)
    {
    }

    /// <summary>Samples per second and channel.</summary>
    public int SampleRate { get; }

    /// <summary>Number of channels, at least 1.</summary>
    public int Channels => _channels.Length;

    /// <summary>Samples in each channel.</summary>
    public int Length => _channels[0].Length;

    /// <summary>Length in seconds.</summary>
    public double Duration => (double)Length / SampleRate;

    /// <summary>The samples of one channel.</summary>
    public ReadOnlySpan<float> this[int channel] => _channels[channel].Span;

    /// <summary>The same, for use in closures.</summary>
    internal ReadOnlyMemory<float> Memory(int channel) => _channels[channel];

    /// <summary>The mean of the channels; this very sound when it has one.</summary>
    public Sound ToMono()
    {
        if (Channels == 1)
            return this;
        var mono = new float[Length];
        foreach (ReadOnlyMemory<float> channel in _channels)
            System.Numerics.Tensors.TensorPrimitives.Add(mono, channel.Span, mono);
        System.Numerics.Tensors.TensorPrimitives.Multiply(mono, 1f / Channels, mono);
        return new Sound(mono, SampleRate);
    }

    /// <summary>A copy of the samples from <paramref name="start"/> on, in every channel.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie in the sound.</exception>
    public Sound Slice(int start, int length)
    {
        CheckRange(start, length);
        return new Sound([.. _channels.Select(channel => channel.Slice(start, length).ToArray())], SampleRate);
    }

    /// <summary>
    /// The samples from <paramref name="start"/> on, in every channel, in the memory of this sound: nothing is copied, and the whole stays
    /// as long as the part does.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie in the sound.</exception>
    public Sound Part(int start, int length)
    {
        CheckRange(start, length);
        return new Sound([.. _channels.Select(channel => channel.Slice(start, length))], SampleRate);
    }

    private void CheckRange(int start, int length)
    {
        if (start < 0 || length < 0 || start > Length - length)
            throw new ArgumentOutOfRangeException(
                nameof(start), start, $"Samples {start} to {start + (long)length} do not lie in a sound of {Length}.");
    }

    /// <summary>Refuses samples that are not finite and sounds that are too short, with a sentence.</summary>
    internal void Check(string name, int leastSamples = 1)
    {
        if (Length < leastSamples)
            throw new ArgumentException($"A sound of {Length} samples is too short: at least {leastSamples} are needed.", name);
        for (int channel = 0; channel < _channels.Length; channel++)
        {
            if (!Finite.All<float>(_channels[channel].Span))
                throw new ArgumentException(
                    $"A sample of channel {channel} of {_channels.Length} ({Length} samples each) is not finite.", name);
        }
    }
}
