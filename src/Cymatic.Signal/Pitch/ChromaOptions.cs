namespace Cymatic.Signal;

/// <summary>Pitch classes of a chromagram.</summary>
public sealed record ChromaOptions
{
    /// <summary>Classes in an octave, the first of them C; a multiple of 12 when it is made of a constant-Q transform.</summary>
    public int Classes
    {
        get;
        init => field = value > 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "There must be at least one pitch class.");
    } = 12;

    /// <summary>The tuning in steps of the octave (of a third of a semitone for a sound's constant-Q transform), null: estimated.</summary>
    public double? Tuning { get; init; }

    /// <summary>Octaves above 27.5 Hz on which a Fourier transform's weights are centred.</summary>
    public double CentreOctave { get; init; } = 5;

    /// <summary>Standard deviation of these weights in octaves; null: all octaves alike.</summary>
    public double? OctaveSpread
    {
        get;
        init => field = value is null or > 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The spread must be positive.");
    } = 2;
}
