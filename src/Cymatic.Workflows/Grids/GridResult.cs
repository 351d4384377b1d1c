using Cymatic.Grid;

namespace Cymatic.Workflows;

/// <summary>What was made of a song.</summary>
/// <param name="Grid">The sounds and blocks.</param>
/// <param name="Files">What was written, but for the sounds.</param>
/// <param name="SoundFiles">The sounds that were written, in row order.</param>
/// <param name="ResidualDb">Level of what the grid does not explain against the song, in dB; null when the song was not rebuilt.</param>
/// <param name="Remarks">Sentences for the user: about the file and what was decided.</param>
public sealed record GridResult(
    SoundGrid Grid, IReadOnlyList<string> Files, IReadOnlyList<string> SoundFiles, double? ResidualDb, IReadOnlyList<string> Remarks);
