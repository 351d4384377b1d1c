namespace Cymatic.Grid;

/// <summary>How sounds are told apart by timbre.</summary>
public sealed record TimbreOptions
{
    /// <summary>Onset times in seconds that are known already; null: found by spectral flux.</summary>
    public IReadOnlyList<double>? Onsets { get; init; }

    /// <summary>The difference in dB from which on two sounds are different; null: found for the song by itself.</summary>
    public double? CutDb
    {
        get;
        init => field = value is null or > 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The cut must be positive.");
    }
}
