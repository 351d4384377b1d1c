namespace Cymatic.Mosaic;

/// <summary>A file of the corpus that a plan takes pieces from.</summary>
/// <param name="Path">Where the file lies.</param>
/// <param name="Duration">Its length in seconds, positive.</param>
/// <param name="HasVideo">Whether it has a picture beside its sound.</param>
public sealed record PlanSource(string Path, double Duration, bool HasVideo);
