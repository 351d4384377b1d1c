namespace Cymatic.Media;

/// <summary>A sound of an integrated loudness by EBU R 128. All of it is read when it is first heard; silence stays silent.</summary>
/// <remarks><see cref="Loudness.Integrated"/> says how it is measured. One gain for the whole sound; nothing is compressed.</remarks>
public sealed record NormalizeLoudness : IAudioEffect
{
    /// <param name="targetLufs">−70 to 0; −23 for broadcast, −14 to −16 for streaming.</param>
    public NormalizeLoudness(double targetLufs = -23) => TargetLufs = targetLufs;

    /// <summary>The loudness in LUFS, −70 to 0.</summary>
    public double TargetLufs
    {
        get;
        init => field = value is >= -70 and <= 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A loudness lies between −70 and 0 LUFS.");
    }

    /// <summary>The level in decibels that no sample may exceed: where it would, the sound stays softer; null for no limit.</summary>
    public double? MaxPeakDb { get; init => field = value is { } peak ? Require.Finite(peak) : null; } = -1;

    /// <inheritdoc/>
    public AudioClip Apply(AudioClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        Require.End(clip.Duration, nameof(NormalizeLoudness));
        return GainSound.Constant(clip, () => Gain(clip));
    }

    private double Gain(AudioClip clip)
    {
        double loudness = Loudness.Integrated(clip);
        if (!double.IsFinite(loudness))
            return 1;
        double gain = Math.Pow(10, (TargetLufs - loudness) / 20);
        return MaxPeakDb is { } limit ? Math.Min(gain, Math.Pow(10, limit / 20) / Normalize.Peak(clip)) : gain;
    }
}
