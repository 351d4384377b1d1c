using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>One linear predictor for a whole song: the autocorrelation method, solved by Levinson and Durbin (Makhoul 1975).</summary>
internal static class LinearPredictor
{
    private const int Order = 32;
    private const int Block = 4096;

    /// <summary>Added to the diagonal, so that silence and pure tones have a predictor too.</summary>
    private const double Loading = 1.00001;

    /// <summary>
    /// The error filter 1, a₁ … a₃₂ of a song that a lossy coder has cut: it lifts nothing that the coder left out or spoilt.
    /// </summary>
    public static double[] Fit(CodecCutoff coder, bool distrust) => Solve(coder.Autocorrelation(Order + 1, distrust));

    /// <summary>The error filter 1, a₁ … a₃₂ for the autocorrelation summed over the channels.</summary>
    public static double[] Fit(Sound song) => Solve(Autocorrelation(song.Channels, song.Length, c => song[c]));

    /// <summary>The same for what is in a whitened song now.</summary>
    public static double[] Fit(WhitenedSong song) =>
        Solve(Autocorrelation(song.Channels, song.Length, c => song.Window(c, 0, song.Length)));

    /// <summary>What the predictor could not foresee: e[n] = Σ a[k] x[n − k].</summary>
    public static void Residual(ReadOnlySpan<float> x, double[] filter, Span<float> residual)
    {
        // In blocks that stay in the cache while all taps pass over them.
        for (int from = 0; from < x.Length; from += Block)
            ResidualOf(x, from, filter, residual.Slice(from, Math.Min(Block, x.Length - from)));
    }

    /// <summary>The same for the samples of <paramref name="x"/> from <paramref name="from"/> on, by those before them.</summary>
    public static void ResidualOf(ReadOnlySpan<float> x, int from, double[] filter, Span<float> residual)
    {
        int to = from + residual.Length;
        x[from..to].CopyTo(residual);
        for (int k = 1; k <= Order && k < to; k++)
        {
            int first = Math.Max(from, k);
            Span<float> known = residual[(first - from)..];
            TensorPrimitives.MultiplyAdd(x[(first - k)..(to - k)], (float)filter[k], known, known);
        }
    }

    /// <summary>What the residual was made of, when it began in silence: x[n] = e[n] − Σ a[k] x[n − k], in place.</summary>
    public static void Undo(double[] filter, Span<float> residual)
    {
        for (int n = 0; n < residual.Length; n++)
        {
            double x = residual[n];
            for (int k = 1; k <= Order && k <= n; k++)
                x -= filter[k] * residual[n - k];
            residual[n] = (float)x;
        }
    }

    /// <summary>
    /// Summed over the channels. float32 products, double sums, block by block: a song has too many samples for a float accumulator, and
    /// a block stays in the cache for all lags. The blocks' sums are added in their order, whatever thread made them.
    /// </summary>
    private static double[] Autocorrelation(int channels, int length, Channel samples)
    {
        int blocks = (length + Block - 1) / Block;
        var r = new double[Order + 1];
        var sums = new double[blocks][];
        for (int c = 0; c < channels; c++)
        {
            int channel = c;
            Parallel.For(0, blocks, b => sums[b] = ProductsOf(samples(channel), b * Block));
            for (int lag = 0; lag < r.Length; lag++)
                r[lag] += sums.Sum(block => block[lag]);
        }

        return r;
    }

    private static double[] ProductsOf(ReadOnlySpan<float> x, int from)
    {
        var sums = new double[Order + 1];
        for (int lag = 0; lag < sums.Length && from + lag < x.Length; lag++)
        {
            int n = Math.Min(Block, x.Length - lag - from);
            sums[lag] = TensorPrimitives.Dot(x.Slice(from + lag, n), x.Slice(from, n));
        }

        return sums;
    }

    private delegate ReadOnlySpan<float> Channel(int channel);

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
}
