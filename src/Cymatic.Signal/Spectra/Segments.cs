using System.Numerics;
using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>Turns segments of samples into one-sided power densities.</summary>
internal sealed class Segments<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly PowerDensityOptions _options;
    private readonly T[] _window;
    private readonly T _scale;
    private readonly RealFft<T> _fft;

    public Segments(PowerDensityOptions options, double sampleRate)
    {
        double[] window = Windows.Of(options.Window, options.SegmentLength, options.SymmetricWindow);
        _options = options;
        _window = [.. window.Select(T.CreateChecked)];
        _scale = T.CreateChecked(1 / (sampleRate * window.Sum(w => w * w)));
        _fft = RealFft.Shared<T>(options.FftLength);
    }

    public int Bins => _fft.Bins;

    public int CountIn(int samples) => 1 + ((samples - _options.SegmentLength) / _options.Hop);

    /// <summary>Fills <paramref name="density"/> (Bins).</summary>
    public void Density(ReadOnlySpan<T> segment, Span<T> density)
    {
        using var scratch = new Rented<T>(_fft.Length + (2 * Bins));
        Span<T> time = scratch.Span[.._fft.Length], re = scratch.Span.Slice(_fft.Length, Bins), im = scratch.Span[^Bins..],
            part = time[..segment.Length];
        segment.CopyTo(part);
        time[segment.Length..].Clear();
        if (_options.Detrend != Detrend.None)
            TensorPrimitives.Subtract(part, TensorPrimitives.Sum<T>(part) / T.CreateChecked(part.Length), part);
        if (_options.Detrend == Detrend.Linear)
            TakeSlope(part);
        TensorPrimitives.Multiply(part, _window, part);
        _fft.Forward(time, re, im);
        TensorPrimitives.Multiply(re, re, density);
        TensorPrimitives.MultiplyAdd(im, im, density, density);
        TensorPrimitives.Multiply(density, _scale, density);
        Span<T> twice = density[1..(_fft.Length % 2 == 0 ? Bins - 1 : Bins)];
        TensorPrimitives.Add(twice, twice, twice);
    }

    /// <summary>Takes the slope around the middle off samples whose mean is zero.</summary>
    private static void TakeSlope(Span<T> part)
    {
        double middle = (part.Length - 1) / 2.0, sum = 0, squares = 0;
        for (int n = 0; n < part.Length; n++)
        {
            sum += (n - middle) * double.CreateChecked(part[n]);
            squares += (n - middle) * (n - middle);
        }

        double slope = squares > 0 ? sum / squares : 0;
        for (int n = 0; n < part.Length; n++)
            part[n] -= T.CreateChecked(slope * (n - middle));
    }
}
