using System.Numerics;

namespace Cymatic.Signal;

/// <summary>Convolution of long sequences with short ones, block by block, by FFT (overlap-save).</summary>
internal sealed class FftConvolver<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int LeastLength = 256;
    private readonly RealFft<T> _fft;
    private readonly T[] _re, _im;

    public FftConvolver(T[] taps)
    {
        Taps = taps.Length;
        _fft = RealFft.Shared<T>((int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(LeastLength, 3 * taps.Length)));
        (_re, _im) = (new T[_fft.Bins], new T[_fft.Bins]);
        var padded = new T[_fft.Length];
        taps.CopyTo(padded, 0);
        _fft.Forward(padded, _re, _im);
    }

    /// <summary>Number of taps.</summary>
    public int Taps { get; }

    /// <summary>Results that a transform gives.</summary>
    public int Step => _fft.Length - Taps + 1;

    /// <summary>target[n] = Σ taps[k] samples[n + offset − k]; samples beyond the ends are zero.</summary>
    public void Run(ReadOnlySpan<T> samples, int offset, Span<T> target) => Run(new ExtendedSamples<T>(samples), offset, target);

    /// <summary>The same for samples with others before and behind; the offset counts from the first of them all.</summary>
    public void Run(ExtendedSamples<T> samples, int offset, Span<T> target)
    {
        using var scratch = new Rented<T>(_fft.Length + (2 * _fft.Bins));
        Span<T> time = scratch.Span[.._fft.Length], re = scratch.Span.Slice(_fft.Length, _fft.Bins), im = scratch.Span[^_fft.Bins..];
        for (int at = 0; at < target.Length; at += Step)
        {
            samples.Copy(at + offset - Taps + 1, time);
            _fft.Forward(time, re, im);
            Multiply(re, im);
            _fft.Inverse(re, im, time);
            int count = Math.Min(Step, target.Length - at);
            time.Slice(Taps - 1, count).CopyTo(target[at..]);
        }
    }

    private unsafe void Multiply(Span<T> re, Span<T> im)
    {
        fixed (T* a = re, b = im, c = _re, d = _im)
            Product.Run(new Split<T>(a, b), new Split<T>(c, d), new Split<T>(a, b), re.Length);
    }
}
