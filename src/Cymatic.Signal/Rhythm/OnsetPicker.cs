using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>Finds the frames at which something begins.</summary>
public static class OnsetPicker
{
    /// <summary>The peaks of an onset envelope.</summary>
    /// <param name="envelope">The envelope; it is scaled to 0 … 1 before peaks are picked.</param>
    /// <param name="backtrack">Whether to move each onset back to the minimum before it.</param>
    /// <returns>Rising frame numbers.</returns>
    /// <remarks>Equals librosa.onset.onset_detect with its defaults (parameters tuned on a large set of onsets by S. Böck).</remarks>
    public static int[] Frames(OnsetEnvelope envelope, bool backtrack = false)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        float[] values = envelope.Values;
        if (values.Length == 0 || !values.AsSpan().ContainsAnyExcept(0f))
            return [];
        var scaled = new float[values.Length];
        TensorPrimitives.Subtract(values, TensorPrimitives.Min<float>(values), scaled);
        TensorPrimitives.Divide(scaled, TensorPrimitives.Max<float>(scaled) + 1.17549435e-38f, scaled);
        int[] peaks = Peaks(scaled, Defaults(envelope.Grid.FramesPerSecond));
        return backtrack ? Backtrack(peaks, values) : peaks;
    }

    /// <summary>The peaks of any curve.</summary>
    /// <returns>Rising frame numbers.</returns>
    /// <remarks>Equals librosa.util.peak_pick. Böck, Krebs and Schedl, ISMIR 2012, section 2.2.</remarks>
    public static int[] Peaks(ReadOnlySpan<float> curve, PeakOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var peaks = new List<int>();
        for (int frame = 0; frame < curve.Length;)
        {
            if (!IsPeak(curve, frame, options))
            {
                frame++;
                continue;
            }

            peaks.Add(frame);
            frame += options.Rest + 1;
        }

        return [.. peaks];
    }

    /// <summary>Moves frames back to the nearest minimum of a curve that is not after them; to 0 when there is none.</summary>
    /// <remarks>Equals librosa.onset.onset_backtrack.</remarks>
    public static int[] Backtrack(ReadOnlySpan<int> frames, ReadOnlySpan<float> curve)
    {
        var moved = new int[frames.Length];
        for (int i = 0; i < frames.Length; i++)
        {
            int at = Math.Min(frames[i], curve.Length - 2);
            while (at > 0 && !(curve[at] <= curve[at - 1] && curve[at] < curve[at + 1]))
                at--;
            moved[i] = Math.Max(0, at);
        }

        return moved;
    }

    private static bool IsPeak(ReadOnlySpan<float> curve, int frame, PeakOptions options)
    {
        ReadOnlySpan<float> around = Around(curve, frame, options.LargestOfBefore, options.LargestOfAfter);
        if (curve[frame] < TensorPrimitives.Max(around))
            return false;
        return curve[frame] >= TensorPrimitives.Average(Around(curve, frame, options.MeanOfBefore, options.MeanOfAfter))
            + options.AboveMean;
    }

    private static ReadOnlySpan<float> Around(ReadOnlySpan<float> curve, int frame, int before, int after) =>
        curve[Math.Max(0, frame - before)..Math.Min(curve.Length, frame + after + 1)];

    private static PeakOptions Defaults(double framesPerSecond) => new()
    {
        LargestOfBefore = (int)(0.03 * framesPerSecond),
        MeanOfBefore = (int)(0.1 * framesPerSecond),
        MeanOfAfter = (int)(0.1 * framesPerSecond),
        AboveMean = 0.07,
        Rest = (int)(0.03 * framesPerSecond),
    };
}
