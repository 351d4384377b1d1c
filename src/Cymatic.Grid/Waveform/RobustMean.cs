namespace Cymatic.Grid;

/// <summary>The value that most repetitions of a spectrum agree on, bin by bin.</summary>
internal static class RobustMean
{
    private const int Rounds = 15;
    private const int AbsoluteRounds = 4;

    /// <summary>Iteratively reweighted mean of complex spectra, started at the median of the parts (of two: at the weaker one).</summary>
    public static void Of(float[][] re, float[][] im, Span<float> meanRe, Span<float> meanIm)
    {
        int n = re.Length;
        if (n == 1)
        {
            re[0].CopyTo(meanRe);
            im[0].CopyTo(meanIm);
            return;
        }

        Span<float> a = stackalloc float[n], b = stackalloc float[n], size = stackalloc float[n];
        for (int bin = 0; bin < meanRe.Length; bin++)
        {
            for (int k = 0; k < n; k++)
                (a[k], b[k], size[k]) = (re[k][bin], im[k][bin], MathF.Sqrt(re[k][bin] * re[k][bin] + im[k][bin] * im[k][bin]));
            (meanRe[bin], meanIm[bin]) = n == 2 ? OfTwo(a, b, size) : Reweighted(a, b, size);
        }
    }

    /// <summary>Where two agree, their mean; else the weaker: what else plays adds energy.</summary>
    private static (float Re, float Im) OfTwo(ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> size)
    {
        float dRe = a[0] - a[1], dIm = b[0] - b[1], d = dRe * dRe + dIm * dIm;
        if (d < 0.05f * (size[0] * size[0] + size[1] * size[1]))
            return ((a[0] + a[1]) / 2, (b[0] + b[1]) / 2);
        int weaker = size[0] < size[1] ? 0 : 1;
        return (a[weaker], b[weaker]);
    }

    private static (float Re, float Im) Reweighted(ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> size)
    {
        Span<float> sorted = stackalloc float[a.Length];
        float re = Median(a, sorted), im = Median(b, sorted), typical = 0.03f * Median(size, sorted);
        float floor = typical * typical + 1e-20f;
        for (int round = 0; round < Rounds; round++)
        {
            float sumRe = 0, sumIm = 0, sum = 0;
            for (int k = 0; k < a.Length; k++)
            {
                float dRe = a[k] - re, dIm = b[k] - im, d2 = dRe * dRe + dIm * dIm;
                float weight = round < AbsoluteRounds ? 1 / (MathF.Sqrt(d2) + typical + 1e-10f) : 1 / (d2 + floor);
                sumRe += weight * a[k];
                sumIm += weight * b[k];
                sum += weight;
            }

            (re, im) = (sumRe / sum, sumIm / sum);
        }

        return (re, im);
    }

    private static float Median(ReadOnlySpan<float> values, Span<float> scratch)
    {
        values.CopyTo(scratch);
        scratch.Sort();
        return scratch[scratch.Length / 2];
    }
}
