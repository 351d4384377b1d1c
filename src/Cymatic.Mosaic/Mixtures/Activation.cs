namespace Cymatic.Mosaic;

/// <summary>A unit of the corpus that sounds in a unit of the target.</summary>
/// <param name="Target">The target's unit.</param>
/// <param name="Unit">The corpus' unit.</param>
/// <param name="Gain">The factor of its samples.</param>
/// <param name="Loudness">How much of the spectrum it makes up.</param>
internal readonly record struct Activation(int Target, int Unit, double Gain, double Loudness);
