namespace Cymatic.Media;

/// <summary>
/// A sound at another sample rate; equal to <see cref="Signal.Resampler"/> for all of it at once, but made as it is heard.
/// </summary>
public sealed record Resample : IAudioEffect
{
    /// <param name="sampleRate">In Hz.</param>
    public Resample(int sampleRate) => SampleRate = sampleRate;

    /// <summary>Samples per second and channel.</summary>
    public int SampleRate { get; init => field = Require.AtLeast(1, value); }

    /// <inheritdoc/>
    public AudioClip Apply(AudioClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        if (clip.SampleRate == SampleRate)
            return clip;
        int common = (int)System.Numerics.BigInteger.GreatestCommonDivisor(clip.SampleRate, SampleRate);
        var step = new Ratio(clip.SampleRate / common, SampleRate / common);
        long length = clip.Length == long.MaxValue ? long.MaxValue : (long)(((Int128)clip.Length * step.Den + step.Num - 1) / step.Num);
        return new ResampledSound(clip, step, SampleRate, length);
    }
}
