namespace Cymatic.Signal;

/// <summary>Window functions.</summary>
public static class Windows
{
    /// <summary>The periodic Hann window, ½ − ½ cos(2πn/N): shifted copies at a hop of N/4 add up to a constant.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A length below 1.</exception>
    public static float[] Hann(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        var window = new float[length];
        for (int n = 0; n < length; n++)
            window[n] = length == 1 ? 1 : (float)(0.5 - (0.5 * Math.Cos(2 * Math.PI * n / length)));
        return window;
    }

    /// <summary>A window of a sum of cosines: periodic, as for spectra, or symmetric, as for filters and matplotlib's specgram.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A length below 1.</exception>
    public static double[] Of(WindowShape shape, int length, bool symmetric = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        var window = new double[length];
        double step = 2 * Math.PI / Math.Max(1, symmetric ? length - 1 : length);
        for (int n = 0; n < length; n++)
        {
            window[n] = length == 1 ? 1 : shape switch
            {
                WindowShape.Hann => 0.5 - (0.5 * Math.Cos(step * n)),
                WindowShape.Hamming => 0.54 - (0.46 * Math.Cos(step * n)),
                WindowShape.Blackman => 0.42 - (0.5 * Math.Cos(step * n)) + (0.08 * Math.Cos(2 * step * n)),
                _ => 1,
            };
        }

        return window;
    }

    /// <summary>The Kaiser window I₀(β √(1 − x²)) / I₀(β) at x from −1 to 1; zero outside.</summary>
    /// <param name="x">Place in the window, −1 to 1.</param>
    /// <param name="beta">Shape: 0 is rectangular, 12 has side lobes below −118 dB.</param>
    public static double Kaiser(double x, double beta) => Math.Abs(x) > 1 ? 0 : Bessel0(beta * Math.Sqrt(1 - (x * x))) / Bessel0(beta);

    /// <summary>The modified Bessel function of order 0, by its power series.</summary>
    internal static double Bessel0(double x)
    {
        double sum = 1, term = 1;
        for (int k = 1; term > sum * 1e-17; k++)
        {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }

        return sum;
    }
}
