using Cymatic.Signal;

namespace Cymatic.Workflows;

/// <summary>What was made of a song.</summary>
/// <param name="Structure">What was found.</param>
/// <param name="Levels">The levels that were asked for, or the one that fits best.</param>
/// <param name="Files">What was written.</param>
/// <param name="Remarks">Sentences for the user: about the file and what was decided.</param>
public sealed record SegmentResult(
    SongStructure Structure, IReadOnlyList<StructureLevel> Levels, IReadOnlyList<string> Files, IReadOnlyList<string> Remarks);
