using Cymatic.Mosaic;

namespace Cymatic.Workflows;

/// <summary>What was made of a target and a corpus.</summary>
/// <param name="Plan">The plan, with the gains that are heard.</param>
/// <param name="Figures">What it is like.</param>
/// <param name="Credits">How much of each source is heard.</param>
/// <param name="Files">What was written.</param>
/// <param name="Remarks">Sentences for the user.</param>
public sealed record MosaicResult(
    MosaicPlan Plan,
    MosaicFigures Figures,
    IReadOnlyList<MosaicCredit> Credits,
    IReadOnlyList<string> Files,
    IReadOnlyList<string> Remarks);
