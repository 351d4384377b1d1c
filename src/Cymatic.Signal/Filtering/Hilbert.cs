using System.Numerics;
using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>The analytic signal: samples with those a quarter of a period later as imaginary parts.</summary>
/// <remarks>Gabor, 1946. Equals scipy.signal.hilbert, and MNE's apply_hilbert(n_fft=None).</remarks>
public static class Hilbert
{
    /// <summary>The samples' Hilbert transform.</summary>
    /// <exception cref="ArgumentException">There is no sample, or one is not finite.</exception>
    public static T[] Transform<T>(ReadOnlySpan<T> samples)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (samples.IsEmpty || !Finite.All(samples))
            throw new ArgumentException($"{samples.Length} samples must be at least one, and finite.", nameof(samples));
        var fft = new RealFft<T>(samples.Length);
        T[] re = new T[fft.Bins], im = new T[fft.Bins], result = new T[samples.Length];
        fft.Forward(samples, re, im);
        TensorPrimitives.Negate<T>(re, re);
        (re[0], im[0]) = (T.Zero, T.Zero);
        if (samples.Length % 2 == 0)
            (re[^1], im[^1]) = (T.Zero, T.Zero);
        fft.Inverse(im, re, result);
        return result;
    }

    /// <summary>The envelope: absolute values of the analytic signal.</summary>
    /// <inheritdoc cref="Transform"/>
    public static T[] Envelope<T>(ReadOnlySpan<T> samples)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] result = Transform(samples);
        TensorPrimitives.Hypot(samples, result, result);
        return result;
    }
}
