using System.Numerics.Tensors;

namespace Cymatic.Grid;

/// <summary>How a spectrum in bands becomes another one.</summary>
/// <param name="Novelty">RMS change over the bands in dB, up or down.</param>
/// <param name="Rise">Mean over the bands of what they rise, in dB: falling ones count as 0.</param>
/// <param name="Top">Mean change in dB of the six bands that rise most.</param>
internal readonly record struct SpectralChange(double Novelty, double Rise, double Top)
{
    private const int TopBands = 6;

    /// <summary>From the changes of the bands in dB, which get sorted.</summary>
    public static SpectralChange Of(Span<double> changes)
    {
        if (changes.Length == 0)
            return default;
        double novelty = Math.Sqrt(TensorPrimitives.SumOfSquares<double>(changes) / changes.Length), rise = 0;
        foreach (double change in changes)
            rise += Math.Max(0, change);
        changes.Sort();
        ReadOnlySpan<double> top = changes[Math.Max(0, changes.Length - TopBands)..];
        return new SpectralChange(novelty, rise / changes.Length, TensorPrimitives.Sum(top) / top.Length);
    }
}
