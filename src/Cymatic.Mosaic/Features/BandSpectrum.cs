using System.Buffers;
using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Mosaic;

/// <summary>The spectrum of a unit: 418 bands of 24 Hz from 48 to 10,056 Hz, magnitudes to the power of 0.4, of length one.</summary>
/// <remarks>
/// The window is exactly the unit (a periodic Hann window): a wider one would read neighbours that a cut-up corpus has not got. Length one
/// makes it independent of level. A unit longer than a period of 24 Hz has more bins than bands: those of a band are averaged.
/// </remarks>
internal static class BandSpectrum
{
    private const int Period = Analysis.SampleRate / Analysis.BandHz;
    private const double SilentPower = 1e-12;

    /// <summary>Fills the bands (zeros for silence) and gives the unit's level in decibels of full scale.</summary>
    /// <param name="samples">The unit.</param>
    /// <param name="window">A Hann window of its length.</param>
    /// <param name="bands">All bands.</param>
    public static float Compute(ReadOnlySpan<float> samples, ReadOnlySpan<float> window, Span<float> bands)
    {
        double power = samples.Length == 0 ? 0 : TensorPrimitives.SumOfSquares(samples) / (double)samples.Length;
        if (power < SilentPower)
        {
            bands.Clear();
            return Analysis.SilentDb;
        }

        Powers(samples, window, bands);
        Root(bands);
        Normalise(bands);
        return (float)Math.Max(Analysis.SilentDb, 10 * Math.Log10(power));
    }

    /// <summary>Fills the bands with the powers of windowed samples.</summary>
    public static void Powers(ReadOnlySpan<float> samples, ReadOnlySpan<float> window, Span<float> bands)
    {
        int times = Math.Max(1, (samples.Length + Period - 1) / Period);
        RealFft<float> fft = RealFft.Shared<float>(times * Period);
        float[] memory = ArrayPool<float>.Shared.Rent(fft.Length + (2 * fft.Bins));
        Span<float> time = memory.AsSpan(0, fft.Length), re = memory.AsSpan(fft.Length, fft.Bins),
            im = memory.AsSpan(fft.Length + fft.Bins, fft.Bins);
        TensorPrimitives.Multiply(samples, window, time);
        time[samples.Length..].Clear();
        fft.Forward(time, re, im);
        TensorPrimitives.Multiply(re, re, re);
        TensorPrimitives.MultiplyAdd(im, im, re, re);
        Pool(re, times, bands);
        ArrayPool<float>.Shared.Return(memory);
    }

    /// <summary>Makes a vector as long as one, unless it is as good as zero; its length before.</summary>
    public static float Normalise(Span<float> vector)
    {
        float length = TensorPrimitives.Norm<float>(vector);
        if (length > 1e-9f)
            TensorPrimitives.Multiply(vector, 1 / length, vector);
        else
            vector.Clear();
        return length;
    }

    /// <summary>x^0.2, by logarithms to the base of 2: these are vectorised, powers are not.</summary>
    private static void Root(Span<float> x)
    {
        TensorPrimitives.Log2(x, x);
        TensorPrimitives.Multiply(x, 0.2f, x);
        TensorPrimitives.Exp2(x, x);
    }

    private static void Pool(ReadOnlySpan<float> power, int times, Span<float> bands)
    {
        if (times == 1)
        {
            power.Slice(Analysis.LowestBand, bands.Length).CopyTo(bands);
            return;
        }

        for (int band = 0; band < bands.Length; band++)
            bands[band] = TensorPrimitives.Sum(power.Slice(((Analysis.LowestBand + band) * times) - (times / 2), times));
    }
}
