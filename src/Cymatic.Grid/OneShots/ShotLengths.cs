using System.Numerics.Tensors;

namespace Cymatic.Grid;

/// <summary>Finds how long a row's shot is: as long as its occurrences go on having something in common.</summary>
/// <remarks>
/// In 50 ms frames of n aligned occurrences yᵢ the common part has the energy (|Σyᵢ|² − Σ|yᵢ|²)/(n(n − 1)), whatever is mixed to each:
/// a U-statistic, zero in the mean for sounds that have nothing to do with each other. What follows again and again has to do with each
/// other too, so beyond the blocks only what dies away belongs to a shot: the first frame that is louder than one before ends it.
/// </remarks>
internal static class ShotLengths
{
    private const double FrameSeconds = 0.05, Floor = 1e-5, Swell = 1.3;

    /// <summary>The number of samples that the occurrences have in common.</summary>
    /// <param name="song">Channels.</param>
    /// <param name="starts">First samples of the occurrences, at least two.</param>
    /// <param name="limits">Samples that a shot has at least; up to which it may have gaps and swells; that it has at most.</param>
    /// <param name="sampleRate">Samples per second.</param>
    public static int Common(float[][] song, int[] starts, (int Least, int Block, int Longest) limits, int sampleRate)
    {
        int frame = Math.Max(1, (int)(FrameSeconds * sampleRate)), last = 0;
        double n = starts.Length, threshold = Math.Max(0.1, 2 / Math.Sqrt(n * (n - 1) * 25)), peak = 0, quietest = double.PositiveInfinity;
        var sum = new float[frame];
        for (int f = 0; f < limits.Longest / frame; f++)
        {
            (double common, double mean) = Measure(song, starts, f * frame, sum);
            bool tail = (f + 1) * frame > limits.Block;
            bool belongs = common > threshold * mean && common > Floor * peak && (!tail || common < Swell * quietest);
            if (tail && !belongs)
                break;
            if (belongs)
                (last, quietest) = (f + 1, tail ? Math.Min(quietest, common) : common);
            peak = Math.Max(peak, common);
        }

        return Math.Clamp(last * frame, limits.Least, Math.Max(limits.Least, limits.Longest));
    }

    private static (double Common, double Mean) Measure(float[][] song, int[] starts, int offset, float[] sum)
    {
        double together = 0, apart = 0;
        foreach (float[] channel in song)
        {
            Array.Clear(sum);
            foreach (int start in starts)
            {
                (int skip, int count) = Overlap.Within(start + offset, sum.Length, 0, channel.Length);
                if (count == 0)
                    continue;
                ReadOnlySpan<float> piece = channel.AsSpan(start + offset + skip, count);
                apart += TensorPrimitives.SumOfSquares(piece);
                Overlap.Add(piece, 1, sum, skip);
            }

            together += TensorPrimitives.SumOfSquares<float>(sum);
        }

        double n = starts.Length;
        return ((together - apart) / (n * (n - 1)), apart / n);
    }
}
