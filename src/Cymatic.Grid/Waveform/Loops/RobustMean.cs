using System.Numerics;

namespace Cymatic.Grid;

/// <summary>The value that most repetitions of a spectrum agree on, bin by bin; as many bins at once as a vector holds.</summary>
internal static class RobustMean
{
    private const int Rounds = 15;
    private const int AbsoluteRounds = 4;

    /// <summary>Iteratively reweighted mean of complex spectra, started at the median of the parts (of two: at the weaker one).</summary>
    /// <param name="re">Real parts: one spectrum after the other, each as long as <paramref name="meanRe"/>.</param>
    /// <param name="im">Imaginary parts.</param>
    /// <param name="meanRe">Gets the real parts of the mean; at least as many bins as a vector holds floats.</param>
    /// <param name="meanIm">Gets the imaginary parts.</param>
    public static void Of(ReadOnlySpan<float> re, ReadOnlySpan<float> im, Span<float> meanRe, Span<float> meanIm)
    {
        int bins = meanRe.Length, n = re.Length / bins;
        if (bins < Vector<float>.Count || re.Length != n * bins || im.Length != re.Length || meanIm.Length != bins)
            throw new ArgumentException(
                $"{re.Length} and {im.Length} parts are not spectra of {bins} and {meanIm.Length} bins.", nameof(re));
        Span<Vector<float>> a = new Vector<float>[n], b = new Vector<float>[n], scratch = new Vector<float>[n];
        for (int from = 0; from < bins; from += Vector<float>.Count)
        {
            // The last vector overlaps the one before it.
            int bin = Math.Min(from, bins - Vector<float>.Count);
            for (int k = 0; k < n; k++)
                (a[k], b[k]) = (new Vector<float>(re[(k * bins + bin)..]), new Vector<float>(im[(k * bins + bin)..]));
            (Vector<float> x, Vector<float> y) = n switch
            {
                1 => (a[0], b[0]),
                2 => OfTwo(a, b),
                _ => Reweighted(a, b, scratch),
            };
            x.CopyTo(meanRe[bin..]);
            y.CopyTo(meanIm[bin..]);
        }
    }

    /// <summary>Where two agree, their mean; else the weaker: what else plays adds energy.</summary>
    private static (Vector<float> Re, Vector<float> Im) OfTwo(ReadOnlySpan<Vector<float>> a, ReadOnlySpan<Vector<float>> b)
    {
        Vector<float> first = a[0] * a[0] + b[0] * b[0], second = a[1] * a[1] + b[1] * b[1], dRe = a[0] - a[1], dIm = b[0] - b[1];
        Vector<int> agree = Vector.LessThan(dRe * dRe + dIm * dIm, (first + second) * 0.05f), weaker = Vector.LessThan(first, second);
        return (
            Vector.ConditionalSelect(agree, (a[0] + a[1]) * 0.5f, Vector.ConditionalSelect(weaker, a[0], a[1])),
            Vector.ConditionalSelect(agree, (b[0] + b[1]) * 0.5f, Vector.ConditionalSelect(weaker, b[0], b[1])));
    }

    private static (Vector<float> Re, Vector<float> Im) Reweighted(
        ReadOnlySpan<Vector<float>> a, ReadOnlySpan<Vector<float>> b, Span<Vector<float>> scratch)
    {
        for (int k = 0; k < a.Length; k++)
            scratch[k] = Vector.SquareRoot(a[k] * a[k] + b[k] * b[k]);
        Vector<float> typical = Median(scratch) * 0.03f, floor = typical * typical + new Vector<float>(1e-20f);
        a.CopyTo(scratch);
        Vector<float> re = Median(scratch);
        b.CopyTo(scratch);
        Vector<float> im = Median(scratch), least = typical + new Vector<float>(1e-10f);
        for (int round = 0; round < Rounds; round++)
        {
            Vector<float> sumRe = default, sumIm = default, sum = default;
            for (int k = 0; k < a.Length; k++)
            {
                Vector<float> dRe = a[k] - re, dIm = b[k] - im, d2 = dRe * dRe + dIm * dIm;
                Vector<float> weight = Vector<float>.One / (round < AbsoluteRounds ? Vector.SquareRoot(d2) + least : d2 + floor);
                sumRe += weight * a[k];
                sumIm += weight * b[k];
                sum += weight;
            }

            (re, im) = (sumRe / sum, sumIm / sum);
        }

        return (re, im);
    }

    /// <summary>Sorts by insertion, every element of the vectors for itself; the values are few.</summary>
    private static Vector<float> Median(Span<Vector<float>> values)
    {
        for (int sorted = 1; sorted < values.Length; sorted++)
        {
            Vector<float> moving = values[sorted];
            for (int k = 0; k < sorted; k++)
            {
                ref Vector<float> here = ref values[k];
                (here, moving) = (Vector.Min(here, moving), Vector.Max(here, moving));
            }

            values[sorted] = moving;
        }

        return values[values.Length / 2];
    }
}
