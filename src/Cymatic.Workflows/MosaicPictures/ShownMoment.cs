namespace Cymatic.Workflows;

/// <summary>A moment of a source that is seen.</summary>
/// <param name="Source">An index into the plan's sources.</param>
/// <param name="Time">Seconds from the source's start.</param>
internal readonly record struct ShownMoment(int Source, double Time);
