namespace Cymatic.Grid;

/// <summary>A stretch of a song that was heard before, sample by sample, with everything that plays in it.</summary>
/// <param name="Start">Its first sample.</param>
/// <param name="End">The sample after its last.</param>
/// <param name="Distance">Samples between it and what it is a copy of, which lies before it.</param>
internal readonly record struct CopiedPassage(int Start, int End, int Distance)
{
    /// <summary>Samples.</summary>
    public int Length => End - Start;
}
