using Cymatic.Grid;

namespace Cymatic.Workflows;

/// <summary>A grid and what its readers want to know beside it: what every writer of a text or music file is given.</summary>
public sealed record GridDocument
{
    /// <summary>Sounds and blocks.</summary>
    public required SoundGrid Grid { get; init; }

    /// <summary>The song's name, for people.</summary>
    public required string Title { get; init; }

    /// <summary>Level of what the grid does not explain against the song, in dB; null when the song was not rebuilt.</summary>
    public double? ResidualDb { get; init; }

    /// <summary>An identifier for a row that is unique in the document and sorts as the rows do: s01, s02, …</summary>
    public string IdOf(int row) => Grid.Sounds.Count > 99 ? Invariant($"s{row + 1:D3}") : Invariant($"s{row + 1:D2}");
}
