namespace Cymatic.Signal;

/// <summary>How the speed of a sound is changed.</summary>
public enum StretchMethod
{
    /// <summary>Spectral peaks keep the phases around them, attacks keep their shape, channels stay together.</summary>
    PhaseLocked,

    /// <summary>The plain phase vocoder: every bin for itself, equal to librosa's; sounds more distant.</summary>
    Classic,
}

/// <summary>Options of <see cref="TimeStretch"/>.</summary>
public sealed record TimeStretchOptions
{
    /// <summary>The way to do it.</summary>
    public StretchMethod Method { get; init; } = StretchMethod.PhaseLocked;

    /// <summary>Samples of a transform; when not given 2048, for phase locking the power of two nearest to 93 ms.</summary>
    public int? FftLength
    {
        get;
        init => field = value is null or >= 16 && (value ?? 16) % 4 == 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The FFT length must be a multiple of 4 of at least 16.");
    }

    /// <summary>Whether attacks are played at their own speed, and only what lies between them is stretched.</summary>
    public bool KeepsAttacks { get; init; } = true;
}
