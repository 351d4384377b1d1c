using Cymatic.Signal;

namespace Cymatic.Workflows;

/// <summary>A song's structure and what its readers want to know beside it: what every writer is given.</summary>
public sealed record SegmentDocument
{
    /// <summary>What was found.</summary>
    public required SongStructure Structure { get; init; }

    /// <summary>The levels to be shown, by rising number of kinds.</summary>
    public required IReadOnlyList<StructureLevel> Levels { get; init; }

    /// <summary>The song's name, for people.</summary>
    public required string Title { get; init; }

    /// <summary>What people should know.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>The level to be shown where there is room for one only.</summary>
    public StructureLevel Best => Levels.Contains(Structure.Best) ? Structure.Best : Levels[^1];

    /// <summary>The name of a kind: A, B … Z, AA, AB … for segments, 1, 2 … for fragments.</summary>
    public string NameOf(int label) => Structure.FragmentBeats is not null ? Invariant($"{label + 1}")
        : label < 26 ? $"{(char)('A' + label)}" : NameOf((label / 26) - 1) + NameOf(label % 26);
}
