namespace Cymatic.Signal;

/// <summary>The plain phase vocoder: frames at new times, phases that advance as fast as before.</summary>
/// <remarks>
/// Flanagan and Golden, 1966; Ellis, "A phase vocoder in Matlab", 2002. Equals librosa 0.11's phase_vocoder. The phase that a bin gains
/// from a frame to the next is multiplied up as a complex number of length one: no angle is ever taken.
/// </remarks>
public static class PhaseVocoder
{
    /// <summary>The transform with its frames <paramref name="rate"/> frames apart: above 1 faster, below slower.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A rate that is not positive and finite.</exception>
    public static ComplexSpectrogram Stretch(ComplexSpectrogram transform, double rate, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(transform);
        TimeStretch.CheckRate(rate);
        int frames = (int)Math.Ceiling(transform.Frames / rate), bins = transform.Bins;
        float[] re = new float[checked(frames * bins)], im = new float[re.Length];
        FrameLoop.Run(bins, (start, count) =>
        {
            for (int bin = start; bin < start + count; bin++)
                StretchBin(transform, rate, bin, (re, im));
        }, cancel);
        return new(re, im, transform.SampleRate, transform.Options);
    }

    private static void StretchBin(ComplexSpectrogram transform, double rate, int bin, (float[] Re, float[] Im) target)
    {
        int bins = transform.Bins, frames = target.Re.Length / bins;
        (double re, double im) turn = Unit(At(transform, 0, bin));
        for (int t = 0; t < frames; t++)
        {
            double position = t * rate, fraction = position - Math.Floor(position);
            (double Re, double Im) low = At(transform, (int)position, bin), high = At(transform, (int)position + 1, bin);
            double level = ((1 - fraction) * Length(low)) + (fraction * Length(high));
            target.Re[(t * bins) + bin] = (float)(level * turn.re);
            target.Im[(t * bins) + bin] = (float)(level * turn.im);
            (double Re, double Im) from = Unit(low), to = Unit(high);
            turn = Unit(Times(turn, Times(to, (from.Re, -from.Im))));
        }
    }

    /// <summary>A number of the transform; beyond the last frame there is silence.</summary>
    private static (double Re, double Im) At(ComplexSpectrogram transform, int frame, int bin) =>
        frame < transform.Frames ? (transform.Re(frame)[bin], transform.Im(frame)[bin]) : (0, 0);

    private static double Length((double Re, double Im) z) => Math.Sqrt((z.Re * z.Re) + (z.Im * z.Im));

    /// <summary>z / |z|; 1 where z is nothing.</summary>
    private static (double Re, double Im) Unit((double Re, double Im) z)
    {
        double length = Length(z);
        return length > 0 ? (z.Re / length, z.Im / length) : (1, 0);
    }

    private static (double Re, double Im) Times((double Re, double Im) a, (double Re, double Im) b) =>
        ((a.Re * b.Re) - (a.Im * b.Im), (a.Re * b.Im) + (a.Im * b.Re));
}
