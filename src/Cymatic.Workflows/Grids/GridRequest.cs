using Cymatic.Grid;

namespace Cymatic.Workflows;

/// <summary>What to make of a song.</summary>
public sealed record GridRequest
{
    /// <summary>Any audio or video file.</summary>
    public required string Song { get; init; }

    /// <summary>The files to write; each one's kind follows its extension (<see cref="GridWorkflow.Extensions"/>).</summary>
    public IReadOnlyList<string> Outputs { get; init; } = [];

    /// <summary>A folder that gets a WAV file of each unique sound; it is made when it is missing.</summary>
    public string? SoundsFolder { get; init; }

    /// <summary>A sound file that gets the song as the grid explains it: rows × blocks × gains.</summary>
    public string? Rebuild { get; init; }

    /// <summary>
    /// A picture (.png, .svg, .pdf) of the steps of <see cref="GridMethod.Nmf"/>: spectrogram, activations, coloured, thresholded.
    /// </summary>
    public string? Steps { get; init; }

    /// <summary>A Standard MIDI File of the song whose notes are the onsets.</summary>
    public string? OnsetsFile { get; init; }

    /// <summary>Repair a damaged <see cref="OnsetsFile"/> where that is possible, and list what was done.</summary>
    public bool Lenient { get; init; }

    /// <summary>How the song is analysed.</summary>
    public GridOptions Options { get; init; } = new();

    /// <summary>Speed of movies: at 0.25 a second takes four, at the same pitch.</summary>
    public double Slow
    {
        get;
        init => field = value is >= 0.05 and <= 1 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The speed of a slowed song lies between 0.05 and 1.");
    } = 1;

    /// <summary>The title above the picture; the song's file name when null.</summary>
    public string? Title { get; init; }

    /// <summary>The colours; light pictures and dark movies when null.</summary>
    public GridTheme? Theme { get; init; }
}
