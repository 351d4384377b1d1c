using System.Numerics.Tensors;

namespace Cymatic.Media;

/// <summary>A sound whose largest sample reaches a level. All of it is read once when it is first heard; silence stays silent.</summary>
public sealed record Normalize : IAudioEffect
{
    /// <summary>The level in decibels below full scale.</summary>
    public double PeakDb { get; init => field = Require.Finite(value); }

    /// <inheritdoc/>
    public AudioClip Apply(AudioClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        Require.End(clip.Duration, nameof(Normalize));
        return GainSound.Constant(clip, () => Peak(clip) is > 0 and var peak ? Math.Pow(10, PeakDb / 20) / peak : 1);
    }

    /// <summary>The largest absolute value of any sample.</summary>
    internal static double Peak(AudioClip clip)
    {
        float peak = 0;
        SoundBlocks.Read(clip, block => peak = Math.Max(peak, Math.Abs(TensorPrimitives.MaxMagnitude(block))));
        return peak;
    }
}
