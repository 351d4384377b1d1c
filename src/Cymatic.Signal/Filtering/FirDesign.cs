namespace Cymatic.Signal;

/// <summary>Makes taps from gains of 0 and 1 at rising frequencies, by windowed sincs.</summary>
/// <remarks>As MNE 1.3: each transition is a low-pass of its own, just as long as it needs, added to or taken off an all-pass.</remarks>
internal static class FirDesign
{
    /// <summary>The taps of a filter.</summary>
    /// <param name="points">Frequencies as a share of half the rate, from 0 to 1, and their gains.</param>
    /// <param name="length">Taps, odd.</param>
    /// <param name="options">The window and its phase.</param>
    public static double[] Taps((double Frequency, int Gain)[] points, int length, FirOptions options)
    {
        if (options.Phase != FirPhase.Minimum)
            return Linear(points, length, options);
        return MinimumPhase(Linear(points, (2 * length) - 1, options));
    }

    /// <summary>The taps of a low-pass with a gain of 1 at 0: scipy.signal.firwin.</summary>
    public static double[] LowPass(int length, double cutoff, WindowShape window)
    {
        double[] taps = Windows.Of(window, length, symmetric: true);
        for (int n = 0; n < length; n++)
        {
            double angle = Math.PI * cutoff * (n - ((length - 1) / 2.0));
            taps[n] *= cutoff * (angle == 0 ? 1 : Math.Sin(angle) / angle);
        }

        System.Numerics.Tensors.TensorPrimitives.Divide(taps, taps.Sum(), taps);
        return taps;
    }

    /// <summary>The minimum-phase filter of the root of the magnitudes: scipy.signal.minimum_phase, homomorphic.</summary>
    /// <remarks>Oppenheim and Schafer, Discrete-Time Signal Processing, section 13.8: the cepstrum folded onto positive times.</remarks>
    public static double[] MinimumPhase(double[] taps)
    {
        int n = 1 << (int)Math.Ceiling(Math.Log2(2 * (taps.Length - 1) / 0.01));
        RealFft<double> fft = RealFft.Shared<double>(n);
        double[] time = new double[n], re = new double[fft.Bins], im = new double[fft.Bins];
        taps.CopyTo(time, 0);
        fft.Forward(time, re, im);
        double[] magnitudes = [.. re.Zip(im, (a, b) => Math.Sqrt((a * a) + (b * b)))];
        double least = 1e-7 * magnitudes.Where(m => m > 0).Min();
        for (int k = 0; k < re.Length; k++)
            (re[k], im[k]) = (0.5 * Math.Log(magnitudes[k] + least), 0);
        fft.Inverse(re, im, time);
        int stop = (taps.Length + 1) / 2;
        for (int t = 1; t < n; t++)
            time[t] *= t < stop ? 2 : t == stop && taps.Length % 2 == 1 ? 1 : 0;
        fft.Forward(time, re, im);
        for (int k = 0; k < re.Length; k++)
        {
            (double sin, double cos) = Math.SinCos(im[k]);
            double level = Math.Exp(re[k]);
            (re[k], im[k]) = (level * cos, level * sin);
        }

        fft.Inverse(re, im, time);
        return time[..((taps.Length / 2) + (taps.Length % 2))];
    }

    private static double[] Linear((double Frequency, int Gain)[] points, int length, FirOptions options)
    {
        var taps = new double[length];
        taps[length / 2] = points[^1].Gain;
        for (int i = points.Length - 2; i >= 0; i--)
        {
            (double frequency, int gain) = points[i];
            (double above, int gainAbove) = points[i + 1];
            if (gain == gainAbove)
                continue;
            int needed = (int)Math.Round(options.LengthFactor / ((above - frequency) / 2), MidpointRounding.ToEven);
            needed += 1 - (needed % 2);
            if (needed > length)
                throw new ArgumentException(
                    $"A filter of {length} taps is too short for its transition, which needs {needed}.", nameof(options));
            double[] lowPass = LowPass(needed, (above + frequency) / 2, options.Window);
            for (int n = 0; n < needed; n++)
                taps[((length - needed) / 2) + n] += gain == 0 ? -lowPass[n] : lowPass[n];
        }

        return taps;
    }
}
