using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>One linear predictor for a whole song: the autocorrelation method, solved by Levinson and Durbin (Makhoul 1975).</summary>
internal static class LinearPredictor
{
    private const int Order = 32;

    /// <summary>Added to the diagonal, so that silence and pure tones have a predictor too.</summary>
    private const double Loading = 1.00001;

    /// <summary>
    /// The error filter 1, a₁ … a₃₂ of a song that a lossy coder has cut: it lifts nothing that the coder left out or spoilt.
    /// </summary>
    public static double[] Fit(CodecCutoff coder, bool distrust) => Solve(coder.Autocorrelation(Order + 1, distrust));

    /// <summary>The error filter 1, a₁ … a₃₂ for the autocorrelation summed over the channels.</summary>
    public static double[] Fit(Sound song)
    {
        var r = new double[Order + 1];
        for (int c = 0; c < song.Channels; c++)
            AddAutocorrelation(song[c], r);
        return Solve(r);
    }

    /// <summary>The same for what is in a whitened song now.</summary>
    public static double[] Fit(WhitenedSong song)
    {
        var r = new double[Order + 1];
        for (int c = 0; c < song.Channels; c++)
            AddAutocorrelation(song.Window(c, 0, song.Length), r);
        return Solve(r);
    }

    /// <summary>What the predictor could not foresee: e[n] = Σ a[k] x[n − k].</summary>
    public static void Residual(ReadOnlySpan<float> x, double[] filter, Span<float> residual)
    {
        x.CopyTo(residual);
        for (int k = 1; k <= Order && k < x.Length; k++)
            TensorPrimitives.MultiplyAdd(x[..^k], (float)filter[k], residual[k..], residual[k..]);
    }

    private static void AddAutocorrelation(ReadOnlySpan<float> x, double[] r)
    {
        for (int lag = 0; lag < r.Length && lag < x.Length; lag++)
            r[lag] += DotInBlocks(x[lag..], x[..^lag]);
    }

    private static double[] Solve(double[] r)
    {
        var a = new double[Order + 1];
        a[0] = 1;
        double error = r[0] * Loading;
        for (int m = 1; m <= Order && error > 1e-30; m++)
        {
            double sum = 0;
            for (int k = 0; k < m; k++)
                sum += a[k] * r[m - k];
            double reflection = -sum / error;
            for (int k = 1, mirror = m - 1; k <= mirror; k++, mirror--)
                (a[k], a[mirror]) = (a[k] + reflection * a[mirror], a[mirror] + reflection * a[k]);
            a[m] = reflection;
            error *= 1 - reflection * reflection;
        }

        return a;
    }

    /// <summary>float32 products, double sums: a song has too many samples for a float accumulator.</summary>
    private static double DotInBlocks(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        const int block = 4096;
        double sum = 0;
        for (int i = 0; i < a.Length; i += block)
        {
            int n = Math.Min(block, a.Length - i);
            sum += TensorPrimitives.Dot(a.Slice(i, n), b.Slice(i, n));
        }

        return sum;
    }
}
