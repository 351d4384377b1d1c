namespace Cymatic.Imaging;

/// <summary>A sampled Gaussian of sum 1, cut at four standard deviations as SciPy cuts it.</summary>
internal static class GaussianKernel
{
    /// <summary>Pixels to each side of the middle.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A sigma that is negative, not finite or above 1,000.</exception>
    public static int Radius(double sigma) => sigma is >= 0 and <= 1000
        ? (int)((4 * sigma) + 0.5)
        : throw new ArgumentOutOfRangeException(nameof(sigma), sigma, "Sigma must lie between 0 and 1,000 pixels.");

    /// <summary>Weights of the middle and of one side: Radius + 1.</summary>
    public static void Fill(double sigma, Span<float> half)
    {
        double sum = 0;
        for (int i = 0; i < half.Length; i++)
            sum += (i == 0 ? 1 : 2) * Weight(sigma, i);
        for (int i = 0; i < half.Length; i++)
            half[i] = (float)(Weight(sigma, i) / sum);
    }

    /// <summary>What the pixels of an axis of n take from their neighbours.</summary>
    public static AxisWeights Axis(int n, double sigma) => AxisWeights.Symmetric(n, Radius(sigma), offset => Weight(sigma, offset));

    private static double Weight(double sigma, int offset) => sigma == 0 ? 1 : Math.Exp(-0.5 * offset * offset / (sigma * sigma));
}
