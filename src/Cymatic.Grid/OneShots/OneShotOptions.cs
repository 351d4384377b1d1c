using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>How the waveforms of a grid's rows are taken out of the song.</summary>
public sealed record OneShotOptions
{
    /// <summary>A background loop that the grid has no blocks for: as long as the song, with its rate and channels; or null.</summary>
    public Sound? Background { get; init; }

    /// <summary>How far a block's onset may be from where its waveform lies, in seconds, 0 to 0.1.</summary>
    public double OnsetToleranceSeconds
    {
        get;
        init => field = value is >= 0 and <= 0.1 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The onset tolerance lies between 0 and 0.1 seconds.");
    } = 0.024;

    /// <summary>The longest waveform of a row in seconds, 0.01 to 60.</summary>
    public double LongestSeconds
    {
        get;
        init => field = value is >= 0.01 and <= 60 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The longest one-shot lasts 0.01 to 60 seconds.");
    } = 12;
}
