namespace Cymatic.Mosaic;

/// <summary>What is known of a source when all its units were heard once.</summary>
/// <param name="Mean">The mean of its units' band spectra.</param>
/// <param name="Levels">Each unit's level in decibels of full scale.</param>
/// <param name="Deviations">How far each unit's spectrum lies from the mean.</param>
internal sealed record SourceFacts(float[] Mean, float[] Levels, float[] Deviations);
