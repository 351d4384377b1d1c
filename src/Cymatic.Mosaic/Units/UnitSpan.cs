namespace Cymatic.Mosaic;

/// <summary>Where a unit lies in its sound.</summary>
/// <param name="Start">Seconds from the sound's start.</param>
/// <param name="Duration">Seconds, positive.</param>
public readonly record struct UnitSpan(double Start, double Duration);
