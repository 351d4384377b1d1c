namespace Cymatic.Signal;

/// <summary>The cumulative mean normalised difference of frames with themselves a lag later.</summary>
/// <remarks>de Cheveigné and Kawahara, JASA 111(4), 2002, eq. 8, with the difference as librosa 0.11 makes it.</remarks>
internal sealed class YinDifference(PitchOptions options, (int Least, int Most) periods)
{
    private readonly RealFft<float> _fft = RealFft.Shared<float>((int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(2 *
        options.FrameLength)));

    /// <summary>Lags that are kept: from the least to the most.</summary>
    public int Lags => periods.Most - periods.Least + 1;

    /// <summary>Fills <paramref name="difference"/> (Lags) for a frame.</summary>
    public void Of(ReadOnlySpan<float> samples, int frame, Span<float> difference)
    {
        using var scratch = new Rented<float>((2 * _fft.Length) + (2 * _fft.Bins));
        Span<float> time = scratch.Span[.._fft.Length], lags = scratch.Span.Slice(_fft.Length, _fft.Length);
        Span<float> re = scratch.Span.Slice(2 * _fft.Length, _fft.Bins), im = scratch.Span[^_fft.Bins..];
        long start = ((long)frame * options.HopLength) - (options.FrameLength / 2);
        Frames.Copy(samples, start, time[..options.FrameLength], options.Edges);
        time[options.FrameLength..].Clear();
        _fft.Forward(time, re, im);
        Stft.Powers(re, im, re);
        im.Clear();
        _fft.Inverse(re, im, lags);
        double energy = 0, sum = 0;
        for (int lag = 1; lag <= periods.Most; lag++)
        {
            energy += (double)time[lag - 1] * time[lag - 1];
            double d = (2 * ((double)lags[0] - lags[lag])) - energy;
            sum += d;
            double mean = sum / lag;
            if (lag >= periods.Least)
                difference[lag - periods.Least] = (float)(d / (mean + 1.17549435e-38));
        }
    }

    /// <summary>Whether the difference has a local minimum at a place; at the ends where it falls towards them.</summary>
    public static bool IsTrough(ReadOnlySpan<float> difference, int at)
    {
        if (at == 0)
            return difference[0] < difference[1];
        return difference[at] < difference[at - 1] && (at == difference.Length - 1 || difference[at] <= difference[at + 1]);
    }

    /// <summary>The lag at a place, refined by a parabola.</summary>
    public float Period(ReadOnlySpan<float> difference, int at) => periods.Least + at
        + (at > 0 && at < difference.Length - 1 ? Parabola.Shift(difference[at - 1], difference[at], difference[at + 1]) : 0);
}
