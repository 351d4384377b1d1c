using System.Numerics;

namespace Cymatic.Signal;

/// <summary>A reusable plan for the discrete Fourier transform of complex numbers, of any length.</summary>
/// <remarks>
/// Real and imaginary parts lie in separate spans. A plan is immutable: threads may share it. Calls allocate nothing.
/// Lengths whose prime factors are at most 13 take radix stages, others Bluestein's convolution.
/// </remarks>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Fft<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly IComplexKernel<T> _kernel;

    /// <summary>A plan for transforms of <paramref name="length"/> complex numbers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A length below 1.</exception>
    public Fft(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        Length = length;
        _kernel = ComplexKernels.Create<T>(length);
    }

    /// <summary>Numbers that are transformed.</summary>
    public int Length { get; }

    /// <summary>X[k] = Σ x[n] exp(−2πi kn/N), not scaled. The results may go where the numbers came from.</summary>
    /// <exception cref="ArgumentException">A span is not <see cref="Length"/> long.</exception>
    public void Forward(ReadOnlySpan<T> re, ReadOnlySpan<T> im, Span<T> resultRe, Span<T> resultIm)
    {
        Check(re.Length, nameof(re));
        Check(im.Length, nameof(im));
        Check(resultRe.Length, nameof(resultRe));
        Check(resultIm.Length, nameof(resultIm));
        Run(re, im, resultRe, resultIm);
    }

    /// <summary>x[n] = 1/N Σ X[k] exp(+2πi kn/N). The results may go where the numbers came from.</summary>
    /// <exception cref="ArgumentException">A span is not <see cref="Length"/> long.</exception>
    public void Inverse(ReadOnlySpan<T> re, ReadOnlySpan<T> im, Span<T> resultRe, Span<T> resultIm)
    {
        // With real and imaginary parts exchanged a forward transform is an inverse one.
        Forward(im, re, resultIm, resultRe);
        T scale = T.One / T.CreateChecked(Length);
        System.Numerics.Tensors.TensorPrimitives.Multiply(resultRe, scale, resultRe);
        System.Numerics.Tensors.TensorPrimitives.Multiply(resultIm, scale, resultIm);
    }

    private unsafe void Run(ReadOnlySpan<T> re, ReadOnlySpan<T> im, Span<T> resultRe, Span<T> resultIm)
    {
        using var scratch = new Scratch<T>(_kernel.ScratchLength);
        fixed (T* memory = scratch, xr = re, xi = im, yr = resultRe, yi = resultIm)
            _kernel.Run(new(xr, xi), new(yr, yi), Scratch<T>.Aligned(memory));
    }

    private void Check(int length, string name)
    {
        if (length != Length)
            throw new ArgumentException($"{length} numbers given to a transform of {Length}.", name);
    }
}
