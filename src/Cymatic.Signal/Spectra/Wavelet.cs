using System.Numerics;
using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>A wavelet, turned around for products with samples.</summary>
internal sealed class Wavelet<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // Results that are this many taps apart or more are made one by one, others by FFT.
    private const int WorthTransforming = 300;
    private readonly T[] _re, _im;

    public Wavelet(double hz, double cycles, double sampleRate, bool zeroMean)
    {
        double sigma = cycles / (2 * Math.PI * hz);
        int half = (int)Math.Ceiling(5 * sigma * sampleRate) - 1, length = (2 * half) + 1;
        double offset = zeroMean ? Math.Exp(-2 * Math.Pow(Math.PI * hz * sigma, 2)) : 0, energy = 0;
        double[] re = new double[length], im = new double[length];
        for (int n = 0; n < length; n++)
        {
            double t = (half - n) / sampleRate, bell = Math.Exp(-t * t / (2 * sigma * sigma));
            (double sin, double cos) = Math.SinCos(2 * Math.PI * hz * t);
            (re[n], im[n]) = ((cos - offset) * bell, sin * bell);
            energy += (re[n] * re[n]) + (im[n] * im[n]);
        }

        double scale = 1 / Math.Sqrt(0.5 * energy);
        Length = length;
        (_re, _im) = (new T[WaveletProducts.Padded<T>(length)], new T[WaveletProducts.Padded<T>(length)]);
        for (int n = 0; n < length; n++)
            (_re[n], _im[n]) = (T.CreateChecked(re[n] * scale), T.CreateChecked(im[n] * scale));
    }

    /// <summary>Samples that it reaches over.</summary>
    public int Length { get; }

    /// <summary>The transform at every decimation-th sample, as many as the targets take.</summary>
    public void Run(ReadOnlySpan<T> samples, int decimation, Span<T> re, Span<T> im)
    {
        if (Length / decimation > WorthTransforming)
        {
            Transform(samples, decimation, _re.AsSpan(0, Length), re);
            Transform(samples, decimation, _im.AsSpan(0, Length), im);
            return;
        }

        int half = Length / 2, t = 0;
        while (t < re.Length)
        {
            int start = (t * decimation) - half, last = start + ((WaveletProducts.Places - 1) * decimation) + _re.Length;
            if (start >= 0 && last <= samples.Length && t + WaveletProducts.Places <= re.Length)
            {
                Four(samples[start..], decimation, re[t..], im[t..]);
                t += WaveletProducts.Places;
                continue;
            }

            int from = Math.Max(0, -start), to = Math.Min(Length, samples.Length - start);
            ReadOnlySpan<T> part = samples[(start + from)..(start + to)];
            re[t] = TensorPrimitives.Dot(part, _re.AsSpan(from, to - from));
            im[t++] = TensorPrimitives.Dot(part, _im.AsSpan(from, to - from));
        }
    }

    private unsafe void Four(ReadOnlySpan<T> samples, int step, Span<T> re, Span<T> im)
    {
        fixed (T* x = samples, yr = re, yi = im)
            WaveletProducts.Run(x, step, (_re, _im), new(yr, yi));
    }

    private static void Transform(ReadOnlySpan<T> samples, int decimation, ReadOnlySpan<T> turned, Span<T> target)
    {
        var all = new T[samples.Length];
        T[] taps = turned.ToArray();
        Array.Reverse(taps);
        new FftConvolver<T>(taps).Run(samples, taps.Length / 2, all);
        for (int t = 0; t < target.Length; t++)
            target[t] = all[t * decimation];
    }
}
