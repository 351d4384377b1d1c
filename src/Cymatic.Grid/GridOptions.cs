namespace Cymatic.Grid;

/// <summary>How a song is turned into a grid. The defaults need nothing to be known of the song.</summary>
public sealed record GridOptions
{
    /// <summary>Onset times in seconds that are known already (from a MIDI file of the song), or null to find them.</summary>
    public IReadOnlyList<double>? Onsets { get; init; }

    /// <summary>Quarter notes a minute, when known.</summary>
    public double? Bpm
    {
        get;
        init => field = value is null or (> 0 and <= 1000) ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The tempo must lie between 0 and 1000 beats a minute.");
    }
}
