using System.Numerics;

namespace Cymatic.Signal;

/// <summary>A transform of any length, large primes too, as a convolution with a chirp.</summary>
/// <remarks>Bluestein, 1970: nk = (n² + k² − (k − n)²)/2, so X[k] = c[k] Σ (x[n] c[n]) conj c[k − n] with c[n] = exp(−πi n²/N).</remarks>
internal sealed unsafe class Bluestein<T> : IComplexKernel<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int _length;
    private readonly int _padded;
    private readonly IComplexKernel<T> _kernel;
    private readonly T[] _chirp;
    private readonly T[] _filter;

    public Bluestein(int length)
    {
        _length = length;
        _padded = Factors.FastLength((2 * length) - 1);
        _kernel = ComplexKernels.Create<T>(_padded);
        _chirp = new T[2 * length];
        _filter = new T[2 * _padded];
        var roots = new Roots(2L * length);
        for (long n = 0; n < length; n++)
        {
            (double re, double im) = roots[n * n % (2L * length)];
            (_chirp[n], _chirp[length + n]) = (T.CreateChecked(re), T.CreateChecked(im));
            long mirrored = (_padded - n) % _padded;
            _filter[n] = _filter[mirrored] = T.CreateChecked(re / _padded);
            _filter[_padded + n] = _filter[_padded + mirrored] = T.CreateChecked(-im / _padded);
        }

        var scratch = new T[_kernel.ScratchLength];
        fixed (T* filter = _filter, memory = scratch)
            _kernel.Run(new(filter, filter + _padded), new(filter, filter + _padded), memory);
    }

    public int ScratchLength => (2 * _padded) + _kernel.ScratchLength;

    public void Run(Split<T> x, Split<T> y, T* scratch)
    {
        var work = new Split<T>(scratch, scratch + _padded);
        scratch += 2 * _padded;
        fixed (T* chirp = _chirp, filter = _filter)
        {
            var turns = new Split<T>(chirp, chirp + _length);
            Product.Run(x, turns, work, _length);
            new Span<T>(work.Re + _length, _padded - _length).Clear();
            new Span<T>(work.Im + _length, _padded - _length).Clear();
            _kernel.Run(work, work, scratch);
            Product.Run(work, new(filter, filter + _padded), work, _padded);

            // Back by the same kernel: an inverse transform is a forward one with the parts exchanged.
            _kernel.Run(work.Swapped, work.Swapped, scratch);
            Product.Run(work, turns, y, _length);
        }
    }
}
