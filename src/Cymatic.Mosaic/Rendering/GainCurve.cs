using System.Numerics.Tensors;

namespace Cymatic.Mosaic;

/// <summary>How loud a run is at each of its samples: in straight lines, or in half waves, from one place to the next.</summary>
internal sealed class GainCurve
{
    private readonly double[] _at, _gain;
    private readonly bool _isRound;

    /// <param name="at">Samples of the target, rising; at least one.</param>
    /// <param name="gain">Amplitude there; constant before the first and after the last.</param>
    /// <param name="isRound">Whether the way between two is half a wave of a cosine, so that windows of two units add up.</param>
    public GainCurve(double[] at, double[] gain, bool isRound)
    {
        (_at, _gain, _isRound) = (at, gain, isRound);
        IsUnity = gain.AsSpan().IndexOfAnyExcept(1.0) < 0;
    }

    /// <summary>Whether nothing changes.</summary>
    public bool IsUnity { get; }

    /// <summary>The gains of samples from one on.</summary>
    public void Fill(long first, Span<float> gains)
    {
        int knot = Array.BinarySearch(_at, first);
        knot = knot >= 0 ? knot : ~knot - 1;
        for (int i = 0; i < gains.Length;)
        {
            long end = knot + 1 < _at.Length ? Math.Max(first + i, (long)Math.Ceiling(_at[knot + 1])) : long.MaxValue;
            int count = (int)Math.Min(gains.Length - i, end - first - i);
            Stretch(knot, first + i, gains.Slice(i, count));
            i += count;
            knot++;
        }
    }

    private void Stretch(int knot, long first, Span<float> gains)
    {
        if (knot < 0 || knot + 1 >= _at.Length)
        {
            gains.Fill((float)_gain[Math.Clamp(knot, 0, _gain.Length - 1)]);
            return;
        }

        double step = 1 / (_at[knot + 1] - _at[knot]), begin = (first - _at[knot]) * step;
        double from = _gain[knot], rise = _gain[knot + 1] - from;
        for (int i = 0; i < gains.Length; i++)
        {
            double part = begin + i * step;
            gains[i] = (float)(from + rise * (_isRound ? (1 - Math.Cos(Math.PI * part)) / 2 : part));
        }
    }

    /// <summary>Multiplies frames of several channels by a gain each.</summary>
    public static void Apply(ReadOnlySpan<float> gains, int channels, Span<float> samples)
    {
        if (channels == 1)
        {
            TensorPrimitives.Multiply(samples, gains, samples);
            return;
        }

        for (int n = 0, at = 0; n < gains.Length; n++)
        {
            for (int c = 0; c < channels; c++)
                samples[at++] *= gains[n];
        }
    }
}
