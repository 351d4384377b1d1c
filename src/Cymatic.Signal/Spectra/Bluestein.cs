using System.Numerics;

namespace Cymatic.Signal;

/// <summary>A transform of any length, large primes too, as a convolution with a chirp; of its first numbers, to its first bins.</summary>
/// <remarks>
/// Bluestein, 1970: nk = (n² + k² − (k − n)²)/2, so X[k] = c[k] Σ (x[n] c[n]) conj c[k − n] with c[n] = exp(−πi n²/N). When half of
/// the bins are all that is asked for, or all that is given, the convolution is a quarter shorter.
/// </remarks>
internal sealed unsafe class Bluestein<T> : IComplexKernel<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int _inputs, _outputs;
    private readonly int _chirpLength;
    private readonly int _padded;
    private readonly IComplexKernel<T> _kernel;
    private readonly T[] _chirp;
    private readonly T[] _filter;

    /// <param name="length">N.</param>
    public Bluestein(int length)
        : this(length, length, length)
    {
    }

    /// <param name="length">N.</param>
    /// <param name="inputs">Numbers that are given; the others count as zero.</param>
    /// <param name="outputs">Bins that are made.</param>
    public Bluestein(int length, int inputs, int outputs)
    {
        (_inputs, _outputs, _chirpLength) = (inputs, outputs, Math.Max(inputs, outputs));
        _padded = Factors.FastLength(inputs + outputs - 1);
        _kernel = ComplexKernels.Create<T>(_padded);
        _chirp = new T[2 * _chirpLength];
        _filter = new T[2 * _padded];
        var roots = new Roots(2L * length);
        for (long n = 0; n < _chirpLength; n++)
        {
            (double re, double im) = roots[n * n % (2L * length)];
            (_chirp[n], _chirp[_chirpLength + n]) = (T.CreateChecked(re), T.CreateChecked(im));

            // Differences k − n reach from −(inputs − 1) to outputs − 1.
            if (n < outputs)
                Filter(n, re, im);
            if (n < inputs)
                Filter((_padded - n) % _padded, re, im);
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
            var turns = new Split<T>(chirp, chirp + _chirpLength);
            Product.Run(x, turns, work, _inputs);
            new Span<T>(work.Re + _inputs, _padded - _inputs).Clear();
            new Span<T>(work.Im + _inputs, _padded - _inputs).Clear();
            _kernel.Run(work, work, scratch);
            Product.Run(work, new(filter, filter + _padded), work, _padded);

            // Back by the same kernel: an inverse transform is a forward one with the parts exchanged.
            _kernel.Run(work.Swapped, work.Swapped, scratch);
            Product.Run(work, turns, y, _outputs);
        }
    }

    private void Filter(long at, double re, double im) =>
        (_filter[at], _filter[_padded + at]) = (T.CreateChecked(re / _padded), T.CreateChecked(-im / _padded));
}
