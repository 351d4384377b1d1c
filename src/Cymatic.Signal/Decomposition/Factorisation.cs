namespace Cymatic.Signal;

/// <summary>A matrix as a sum of components: rows × columns ≈ Activations · Components.</summary>
/// <param name="Activations">How much of each component there is in each row: rows × components.</param>
/// <param name="Components">What each component is: components × columns.</param>
/// <param name="Count">Number of components.</param>
/// <param name="Error">The Frobenius norm of what is left, or √(2·divergence) when the divergence was made small.</param>
/// <param name="Iterations">How many iterations it took.</param>
public sealed record Factorisation(float[] Activations, float[] Components, int Count, double Error, int Iterations);
