using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>Beats and their tempo.</summary>
/// <param name="Bpm">Beats a minute.</param>
/// <param name="Frames">The onset envelope's frame of each beat, rising.</param>
/// <param name="Grid">When frames are.</param>
public sealed record BeatTrack(double Bpm, int[] Frames, FrameGrid Grid)
{
    /// <summary>The time of each beat in seconds.</summary>
    public IEnumerable<double> Times => Frames.Select(frame => Grid.TimeOf(frame));
}

/// <summary>Finds the beats of music with a steady tempo, by dynamic programming.</summary>
/// <remarks>
/// Ellis, Beat tracking by dynamic programming, Journal of New Music Research 36 (2007). Equals librosa.beat.beat_track 0.11.
/// </remarks>
public static class BeatTracker
{
    /// <summary>The beats of a sound.</summary>
    public static BeatTrack Track(Sound sound, BeatOptions? options = null, CancellationToken cancel = default) =>
        Track(OnsetEnvelope.Of(sound, BandAverage.Median, cancel: cancel), options, cancel);

    /// <summary>The beats of an onset envelope, best one whose bands were averaged by their median.</summary>
    public static BeatTrack Track(OnsetEnvelope envelope, BeatOptions? options = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        options ??= new BeatOptions();
        if (!envelope.Values.AsSpan().ContainsAnyExcept(0f))
            return new BeatTrack(options.Bpm ?? 0, [], envelope.Grid);
        double bpm = options.Bpm ?? TempoEstimator.Bpm(envelope, cancel: cancel);
        int period = Math.Max(1, (int)Math.Round(60 * envelope.Grid.FramesPerSecond / bpm));
        double[] local = LocalScore(envelope.Values, period);
        (int[] previous, double[] total) = Chain(local, period, options.Tightness);
        var beats = new List<int>();
        for (int beat = LastBeat(total); beat >= 0; beat = previous[beat])
            beats.Add(beat);
        beats.Reverse();
        return new BeatTrack(bpm, Trimmed(beats, local, options.Trim), envelope.Grid);
    }

    /// <summary>The envelope over its deviation, smoothed by a Gaussian of a 32nd of the period.</summary>
    private static double[] LocalScore(float[] values, int period)
    {
        double mean = values.Average(x => (double)x);
        double deviation = Math.Sqrt(values.Sum(x => (x - mean) * (x - mean)) / Math.Max(1, values.Length - 1));
        double[] window = [.. Enumerable.Range(-period, 2 * period + 1).Select(i => Math.Exp(-0.5 * Math.Pow(i * 32.0 / period, 2)))];
        double[] scaled = [.. values.Select(x => x / (deviation + 1.17549435e-38))];
        var score = new double[values.Length];
        for (int frame = 0; frame < score.Length; frame++)
        {
            int from = Math.Max(0, frame - period), to = Math.Min(score.Length, frame + period + 1);
            score[frame] = TensorPrimitives.Dot<double>(scaled.AsSpan(from, to - from), window.AsSpan(from - frame + period, to - from));
        }

        return score;
    }

    /// <summary>The best score of a chain of beats that ends at each frame, and the beat before it.</summary>
    private static (int[] Previous, double[] Total) Chain(double[] local, int period, double tightness)
    {
        var previous = new int[local.Length];
        var total = new double[local.Length];
        double[] cost =
            [.. Enumerable.Range(0, 2 * period + 1).Select(lag => tightness * Math.Pow(Math.Log(Math.Max(1, lag)) - Math.Log(period), 2))];
        double least = 0.01 * local.Max();
        bool begun = false;
        for (int frame = 0; frame < local.Length; frame++)
        {
            int best = -1;
            double bestScore = double.NegativeInfinity;
            for (int lag = Math.Max(1, (int)Math.Round(period / 2.0)); lag <= 2 * period && lag <= frame; lag++)
            {
                if (total[frame - lag] - cost[lag] > bestScore)
                    (best, bestScore) = (frame - lag, total[frame - lag] - cost[lag]);
            }

            total[frame] = local[frame] + (best >= 0 ? bestScore : 0);
            begun |= local[frame] >= least;
            previous[frame] = begun ? best : -1;
        }

        return (previous, total);
    }

    /// <summary>The last local maximum of the chains' scores that reaches half their median.</summary>
    private static int LastBeat(double[] total)
    {
        bool IsLargest(int i) => i > 0 && total[i] > total[i - 1] && (i == total.Length - 1 || total[i] >= total[i + 1]);
        double[] largest = [.. Enumerable.Range(0, total.Length).Where(IsLargest).Select(i => total[i]).Order()];
        if (largest.Length == 0)
            return -1;
        double median = 0.5 * (largest[(largest.Length - 1) / 2] + largest[largest.Length / 2]);
        int last = total.Length - 1;
        while (last >= 0 && !(IsLargest(last) && total[last] >= 0.5 * median))
            last--;
        return last;
    }

    private static int[] Trimmed(List<int> beats, double[] local, bool trim)
    {
        if (beats.Count == 0)
            return [];
        double threshold = trim ? 0.5 * SmoothedRms(beats, local) : 0;
        int first = Array.FindIndex(local, score => score > threshold), last = Array.FindLastIndex(local, score => score > threshold);
        return [.. beats.Where(beat => beat >= first && beat <= last)];
    }

    /// <summary>Root mean square of the beats' scores, smoothed by a Hann window of five.</summary>
    private static double SmoothedRms(List<int> beats, double[] local)
    {
        double[] hann = [0, 0.5, 1, 0.5, 0];
        double sum = 0;
        int count = Math.Min(local.Length, beats.Count + 2);
        for (int i = 0; i < count; i++)
        {
            double smooth = 0;
            for (int k = 0; k < hann.Length; k++)
            {
                int beat = i + 2 - k;
                if (beat >= 0 && beat < beats.Count)
                    smooth += hann[k] * local[beats[beat]];
            }

            sum += smooth * smooth;
        }

        return Math.Sqrt(sum / count);
    }
}
