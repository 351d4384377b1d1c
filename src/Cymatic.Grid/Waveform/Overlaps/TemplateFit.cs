using System.Numerics.Tensors;

namespace Cymatic.Grid;

/// <summary>Least squares of one template against audio that holds its playings and nothing else that is explained.</summary>
internal static class TemplateFit
{
    private const double FrameSeconds = 0.010;

    /// <summary>
    /// New waveform, in the same arrays, and gains; <paramref name="audio"/> is the residual plus the template's own playings, and
    /// <paramref name="wave"/> working memory for channels at least as long as the template's: a new array for each estimate of a long
    /// song would be gigabytes.
    /// </summary>
    public static void Update(Template template, WhitenedSong audio, float[][] wave)
    {
        int frame = Math.Max(8, audio.Samples(FrameSeconds)), frames = (template.Length + frame - 1) / frame;
        double[,] weights = Weights(template, audio, frame, frames);
        foreach (float[] channel in wave)
            channel.AsSpan(0, template.Length).Clear();
        var shrink = new double[frames];
        for (int f = 0; f < frames; f++)
            shrink[f] = FitFrame(template, audio, wave, weights, f * frame, Math.Min(frame, template.Length - f * frame), f);
        for (int c = 0; c < wave.Length; c++)
        {
            Shrink(wave[c].AsSpan(0, template.Length), shrink, frame);
            wave[c].AsSpan(0, template.Length).CopyTo(template.Wave[c]);
        }

        Regain(template, audio);
    }

    /// <summary>A playing counts for less in a frame where something else sounds over it.</summary>
    private static double[,] Weights(Template template, WhitenedSong audio, int frame, int frames)
    {
        int n = template.Playings.Count;
        var error = new double[n, frames];
        var weights = new double[n, frames];
        for (int e = 0; e < n; e++)
        {
            Playing p = template.Playings[e];
            for (int f = 0; f < frames; f++)
                error[e, f] = Error(template, audio, p, f * frame, Math.Min(frame, template.Length - f * frame));
        }

        var smooth = new double[n];
        for (int f = 0; f < frames; f++)
        {
            for (int e = 0; e < n; e++)
            {
                smooth[e] = 0;
                for (int g = Math.Max(0, f - 3); g <= Math.Min(frames - 1, f + 3); g++)
                    smooth[e] += error[e, g];
            }

            double median = smooth.Order().ElementAt(n / 2);
            for (int e = 0; e < n; e++)
                weights[e, f] = 1 / (smooth[e] + 0.05 * median + 1e-20);
        }

        return weights;
    }

    private static double Error(Template template, WhitenedSong audio, Playing p, int from, int length)
    {
        double error = 0;
        for (int c = 0; c < template.Wave.Length; c++)
        {
            ReadOnlySpan<float> x = audio.Window(c, p.Sample + from, length), s = template.Wave[c].AsSpan(from, length);
            double xx = TensorPrimitives.SumOfSquares(x), xs = TensorPrimitives.Dot(x, s), ss = TensorPrimitives.SumOfSquares(s);
            error += Math.Max(0, xx - 2 * p.Gains[c] * xs + (double)p.Gains[c] * p.Gains[c] * ss);
        }

        return error;
    }

    /// <summary>Weighted mean of the playings in one frame; returns by how much it is to be trusted (1 fully, 0 not at all).</summary>
    private static double FitFrame(Template template, WhitenedSong audio, float[][] wave, double[,] weights, int from, int length, int f)
    {
        double energy = 0, variance = 0;
        for (int c = 0; c < wave.Length; c++)
        {
            Span<float> mean = wave[c].AsSpan(from, length);
            double norm = 0;
            for (int e = 0; e < template.Playings.Count; e++)
            {
                Playing p = template.Playings[e];
                double weight = weights[e, f] * p.Gains[c];
                norm += weight * p.Gains[c];
                TensorPrimitives.MultiplyAdd(audio.Window(c, p.Sample + from, length), (float)weight, mean, mean);
            }

            if (norm <= 0)
            {
                mean.Clear();
                continue;
            }

            TensorPrimitives.Multiply(mean, (float)(1 / norm), mean);
            energy += TensorPrimitives.SumOfSquares<float>(mean);
            for (int e = 0; e < template.Playings.Count; e++)
            {
                Playing p = template.Playings[e];
                ReadOnlySpan<float> x = audio.Window(c, p.Sample + from, length);
                double xx = TensorPrimitives.SumOfSquares(x), xs = TensorPrimitives.Dot(x, (ReadOnlySpan<float>)mean);
                double ss = TensorPrimitives.SumOfSquares<float>(mean);
                double error = Math.Max(0, xx - 2 * p.Gains[c] * xs + (double)p.Gains[c] * p.Gains[c] * ss);
                double w = weights[e, f] * p.Gains[c] / norm;
                variance += w * w * error;
            }
        }

        int count = template.Playings.Count;
        if (count > 1)
            variance *= count / (count - 1.0);
        return energy > 0 ? Math.Max(0, 1 - variance / energy) : 0;
    }

    private static void Shrink(Span<float> channel, double[] shrink, int frame)
    {
        var smooth = new float[shrink.Length];
        for (int f = 0; f < shrink.Length; f++)
        {
            int from = Math.Max(0, f - 2), to = Math.Min(shrink.Length - 1, f + 2);
            for (int g = from; g <= to; g++)
                smooth[f] += (float)shrink[g] / (to - from + 1);
        }

        for (int f = 0; f < smooth.Length; f++)
        {
            Span<float> part = channel.Slice(f * frame, Math.Min(frame, channel.Length - f * frame));
            TensorPrimitives.Multiply(part, smooth[f], part);
        }
    }

    /// <summary>Least-squares gains of every playing and channel, median 1.</summary>
    private static void Regain(Template template, WhitenedSong audio)
    {
        int n = Math.Min(template.Length, audio.Samples(0.15));
        var regained = new List<Playing>();
        foreach (Playing p in template.Playings)
        {
            var gains = new float[p.Gains.Length];
            for (int c = 0; c < gains.Length; c++)
            {
                ReadOnlySpan<float> s = template.Wave[c].AsSpan(0, n);
                double ss = TensorPrimitives.SumOfSquares(s);
                gains[c] = ss > 1e-20 ? (float)Math.Clamp(TensorPrimitives.Dot(audio.Window(c, p.Sample, n), s) / ss, 0, 4) : 0;
            }

            regained.Add(p with { Gains = gains });
        }

        double[] all = [.. regained.Select(p => p.Gain).Where(g => g > 0).Order()];
        float median = all.Length == 0 ? 1 : (float)all[all.Length / 2];
        foreach (float[] channel in template.Wave)
            TensorPrimitives.Multiply(channel, median, channel);
        foreach (Playing p in regained)
            TensorPrimitives.Multiply(p.Gains, 1 / median, p.Gains);
        template.Playings = regained;
    }
}
