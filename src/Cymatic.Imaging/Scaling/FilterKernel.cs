namespace Cymatic.Imaging;

/// <summary>The curves of the resampling filters, and an axis's weights of them.</summary>
internal static class FilterKernel
{
    /// <summary>The weights of an axis.</summary>
    /// <param name="from">Source pixels.</param>
    /// <param name="to">Target pixels.</param>
    /// <param name="window">The part of the source that the target shows, in source pixels.</param>
    /// <param name="filter">The curve.</param>
    /// <remarks>As Pillow with a box: middles at (x + ½)·scale, the curve as wide as the scale when shrinking.</remarks>
    public static AxisWeights Weights(int from, int to, (double Start, double Length) window, ResamplingFilter filter)
    {
        double scale = window.Length / to, wide = Math.Max(1, scale);
        double Centre(int x) => window.Start + ((x + 0.5) * scale);
        switch (filter)
        {
            case ResamplingFilter.Nearest:
                return AxisWeights.Create(
                    from, to, x => ((int)Math.Floor(Centre(x)), (int)Math.Floor(Centre(x)) + 1), (_, _, one) => one.Fill(1));
            case ResamplingFilter.Area:
                return AxisWeights.Create(
                    from,
                    to,
                    x => ((int)Math.Floor(Centre(x) - (scale / 2) + 1e-9), (int)Math.Ceiling(Centre(x) + (scale / 2) - 1e-9)),
                    (x, first, parts) => Cover(parts, first, Centre(x), scale));
            default:
                double support = Support(filter) * wide;
                return AxisWeights.Create(
                    from,
                    to,
                    x => ((int)Math.Floor(Centre(x) - support + 0.5), (int)Math.Floor(Centre(x) + support + 0.5)),
                    (x, first, weights) => Sample(weights, first - Centre(x) + 0.5, 1 / wide, filter));
        }
    }

    private static void Sample(Span<double> weights, double offset, double step, ResamplingFilter filter)
    {
        for (int i = 0; i < weights.Length; i++)
            weights[i] = Curve(filter, (offset + i) * step);
        if (weights.Length == 1)
            weights[0] = 1;
    }

    private static void Cover(Span<double> parts, int first, double centre, double length)
    {
        for (int i = 0; i < parts.Length; i++)
            parts[i] = Math.Max(0, Math.Min(first + i + 1, centre + (length / 2)) - Math.Max(first + i, centre - (length / 2)));
        if (parts.Length == 1)
            parts[0] = 1;
    }

    private static double Support(ResamplingFilter filter) => filter switch
    {
        ResamplingFilter.Lanczos => 3,
        ResamplingFilter.Bicubic => 2,
        _ => 1,
    };

    private static double Curve(ResamplingFilter filter, double x)
    {
        x = Math.Abs(x);
        return filter switch
        {
            ResamplingFilter.Lanczos => x >= 3 ? 0 : Sinc(x) * Sinc(x / 3),
            ResamplingFilter.Bicubic => Cubic(x),
            _ => Math.Max(0, 1 - x),
        };
    }

    /// <summary>Cubic convolution with a = −0.5: Keys, IEEE ASSP 29 (1981), eq. 15.</summary>
    public static double Cubic(double x) => x switch
    {
        < 1 => (((1.5 * x) - 2.5) * x * x) + 1,
        < 2 => (((((-0.5 * x) + 2.5) * x) - 4) * x) + 2,
        _ => 0,
    };

    private static double Sinc(double x) => x == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);
}
