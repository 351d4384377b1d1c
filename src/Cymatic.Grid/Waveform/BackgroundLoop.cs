using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>A recorded loop that plays through a song: estimated from all its repetitions, so that the rest can be heard alone.</summary>
internal static class BackgroundLoop
{
    private const int FrameLength = 2048;
    private const int Hop = 512;
    /// <summary>A loop that holds more of the energy is the song, not its background: its sounds get rows.</summary>
    private const double LeastLeftDb = -2.5;
    private const double MostLeftDb = -0.05;

    /// <summary>The song's loop as long as the song, or null when there is none or when the song is nothing but a loop.</summary>
    public static Sound? Find(Sound song, WhitenedSong whitened, CancellationToken cancel)
    {
        if (LoopPeriod.Find(whitened) is not { } period || period < 2 * FrameLength)
            return null;
        float[][] one = OnePeriod(song, period, cancel);
        Sound loop = Unroll(song, one, period);
        double leftDb = LeftDb(whitened, WhitenedSong.Of(Remove(song, loop), whitened.Predictor));
        return leftDb is > LeastLeftDb and < MostLeftDb ? loop : null;
    }

    /// <summary>Energy that stays when the loop goes, whitened: a quiet loop with much treble counts as it is heard.</summary>
    private static double LeftDb(WhitenedSong before, WhitenedSong after) =>
        10 * Math.Log10((after.Energy(0, after.Length) + 1e-20) / (before.Energy(0, before.Length) + 1e-20));

    /// <summary>The song without the loop.</summary>
    public static Sound Remove(Sound song, Sound loop)
    {
        var rest = new float[song.Channels][];
        for (int c = 0; c < rest.Length; c++)
        {
            rest[c] = new float[song.Length];
            TensorPrimitives.Subtract(song[c], loop[c], rest[c]);
        }

        return new Sound(rest, song.SampleRate);
    }

    /// <summary>Robust mean of the repetitions, cell by cell of a short-time spectrum: what else plays is seldom in the same cell twice.</summary>
    private static float[][] OnePeriod(Sound song, double period, CancellationToken cancel)
    {
        int length = (int)Math.Round(period), frames = (length + Hop - 1) / Hop;
        int repetitions = (int)Math.Ceiling(song.Length / period);
        var fft = new RealFft<float>(FrameLength);
        float[] window = [.. Enumerable.Range(0, FrameLength).Select(n => (float)Math.Sqrt(0.5 - 0.5 * Math.Cos(2 * Math.PI * n / FrameLength)))];
        var parts = new float[frames][][];
        Parallel.For(0, frames, new ParallelOptions { CancellationToken = cancel }, f =>
        {
            parts[f] = new float[song.Channels][];
            for (int c = 0; c < song.Channels; c++)
                parts[f][c] = RobustFrame(song[c], f * Hop, period, repetitions, fft, window);
        });
        return [.. Enumerable.Range(0, song.Channels).Select(c => OverlapAdd(parts, c, length))];
    }

    private static float[] RobustFrame(ReadOnlySpan<float> x, int at, double period, int repetitions, RealFft<float> fft, float[] window)
    {
        var re = new List<float[]>();
        var im = new List<float[]>();
        var time = new float[FrameLength];
        for (int k = -1; k <= repetitions; k++)
        {
            int start = at + (int)Math.Round(k * period) - FrameLength / 2;
            if (start < -FrameLength / 2 || start + FrameLength > x.Length + FrameLength / 2)
                continue;
            time.AsSpan().Clear();
            int from = Math.Max(0, start), to = Math.Min(x.Length, start + FrameLength);
            x[from..to].CopyTo(time.AsSpan(from - start));
            TensorPrimitives.Multiply(time, window, time);
            re.Add(new float[fft.Bins]);
            im.Add(new float[fft.Bins]);
            fft.Forward(time, re[^1], im[^1]);
        }

        var meanRe = new float[fft.Bins];
        var meanIm = new float[fft.Bins];
        if (re.Count > 0)
            RobustMean.Of([.. re], [.. im], meanRe, meanIm);
        fft.Inverse(meanRe, meanIm, time);
        TensorPrimitives.Multiply(time, window, time);
        return time;
    }

    /// <summary>Frames laid around the circle of one period; √Hann twice at a quarter hop sums to 2.</summary>
    private static float[] OverlapAdd(float[][][] parts, int channel, int length)
    {
        var period = new float[length];
        var norm = new float[length];
        for (int f = 0; f < parts.Length; f++)
        {
            for (int n = 0; n < FrameLength; n++)
            {
                int at = ((f * Hop - FrameLength / 2 + n) % length + length) % length;
                period[at] += parts[f][channel][n];
                norm[at] += (float)(0.5 - 0.5 * Math.Cos(2 * Math.PI * n / FrameLength));
            }
        }

        TensorPrimitives.Divide(period, norm, period);
        return period;
    }

    /// <summary>The loop wherever it plays: each quarter second has the gain that fits it, none where it does not.</summary>
    private static Sound Unroll(Sound song, float[][] one, double period)
    {
        var loop = new float[song.Channels][];
        for (int c = 0; c < loop.Length; c++)
        {
            loop[c] = new float[song.Length];
            for (int i = 0; i < song.Length; i++)
            {
                double turns = Math.Floor(i / period);
                loop[c][i] = one[c][Math.Min(one[c].Length - 1, Math.Max(0, i - (int)Math.Round(turns * period)))];
            }
        }

        LoopGains.Apply(song, loop);
        return new Sound(loop, song.SampleRate);
    }
}
