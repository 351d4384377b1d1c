using System.Numerics;

namespace Cymatic.Signal;

/// <summary>A reusable plan for the discrete Fourier transform of real numbers, of any length.</summary>
/// <remarks>
/// A plan is immutable: threads may share it. Calls allocate nothing. Even lengths are transformed as half as many
/// complex numbers, odd ones as complex numbers without imaginary parts; of a large prime only half the bins are made.
/// </remarks>
/// <typeparam name="T">float or double.</typeparam>
public sealed unsafe class RealFft<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly IComplexKernel<T> _kernel, _inverse;
    private readonly RealSplit<T>? _halves;
    private readonly bool _isHermitian;

    /// <summary>A plan for transforms of <paramref name="length"/> samples.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A length below 1.</exception>
    public RealFft(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        Length = length;
        bool even = length % 2 == 0;
        _halves = even ? new(length / 2) : null;
        _isHermitian = !even && ComplexKernels.NeedsConvolution<T>(length);
        _kernel = _isHermitian ? new Bluestein<T>(length, length, Bins) : ComplexKernels.Create<T>(even ? length / 2 : length);
        _inverse = _isHermitian ? new Bluestein<T>(length, Bins, length) : _kernel;
    }

    /// <summary>Samples in time.</summary>
    public int Length { get; }

    /// <summary>Bins from 0 to half the rate: Length / 2 + 1.</summary>
    public int Bins => (Length / 2) + 1;

    /// <summary>Whether the length is even, so that samples can be packed.</summary>
    internal bool IsPacked => _halves is not null;

    private int Points => _halves is null ? Length : Length / 2;

    /// <summary>X[k] = Σ x[n] exp(−2πi kn/N), k = 0 … N/2, not scaled.</summary>
    /// <exception cref="ArgumentException">The spans are not <see cref="Length"/>, <see cref="Bins"/> and <see cref="Bins"/>
    /// long.</exception>
    public void Forward(ReadOnlySpan<T> time, Span<T> re, Span<T> im)
    {
        Check(time.Length, re.Length, im.Length);
        fixed (T* x = time, yr = re, yi = im)
        {
            if (IsPacked && Points > SquareTransform.CachedLength)
            {
                // Long ones need no memory between the samples and the bins.
                _halves!.Take(x, new(yr, yi), new(yr, yi));
                ForwardPacked(new(yr, yi));
                return;
            }

            using var scratch = new Scratch<T>((2 * Points) + _kernel.ScratchLength);
            fixed (T* memory = scratch)
                Forward(x, new(yr, yi), Scratch<T>.Aligned(memory));
        }
    }

    /// <summary>
    /// The inverse of <see cref="Forward(ReadOnlySpan{T}, Span{T}, Span{T})"/>, scaled by 1/N; imaginary parts that cannot come from real
    /// samples are ignored.
    /// </summary>
    /// <exception cref="ArgumentException">The spans are not <see cref="Bins"/>, <see cref="Bins"/> and <see cref="Length"/>
    /// long.</exception>
    public void Inverse(ReadOnlySpan<T> re, ReadOnlySpan<T> im, Span<T> time)
    {
        Check(time.Length, re.Length, im.Length);
        using var scratch = new Scratch<T>((2 * Points) + _inverse.ScratchLength);
        fixed (T* memory = scratch, xr = re, xi = im, y = time)
        {
            T* work = Scratch<T>.Aligned(memory);
            var z = new Split<T>(work, work + Points);
            if (_halves is not null)
                _halves.Mix(new(xr, xi), z);
            else
                Mirror(new(xr, xi), z);

            // With real and imaginary parts exchanged a forward transform is an inverse one.
            _inverse.Run(z.Swapped, z.Swapped, work + (2 * Points));
            if (_halves is not null)
                _halves.Give(z, y);
            else
                new Span<T>(z.Re, Length).CopyTo(time);
        }
    }

    /// <summary>Bins in place of packed samples: Length / 2 even ones as real parts, odd ones as imaginary parts.</summary>
    internal void ForwardPacked(Split<T> z)
    {
        using var scratch = new Scratch<T>(_kernel.ScratchLength);
        fixed (T* memory = scratch)
            _kernel.Run(z, z, Scratch<T>.Aligned(memory));
        _halves!.Unmix(z, z, null);
    }

    /// <summary>As <see cref="Inverse(ReadOnlySpan{T}, ReadOnlySpan{T}, Span{T})"/>; the bins are lost.</summary>
    internal void InversePacked(Split<T> z, Span<T> time)
    {
        _halves!.Mix(z, z);
        using var scratch = new Scratch<T>(_inverse.ScratchLength);
        fixed (T* memory = scratch, y = time)
        {
            _inverse.Run(z.Swapped, z.Swapped, Scratch<T>.Aligned(memory));
            _halves.Give(z, y);
        }
    }

    private void Forward(T* x, Split<T> y, T* work)
    {
        var z = new Split<T>(work, work + Points);
        if (_halves is not null)
        {
            _halves.Take(x, z, y);
            _kernel.Run(z, z, work + (2 * Points));
            _halves.Unmix(z, y, x + Length);
            return;
        }

        new Span<T>(x, Length).CopyTo(new Span<T>(z.Re, Length));
        new Span<T>(z.Im, Length).Clear();
        _kernel.Run(z, z, work + (2 * Points));
        new Span<T>(z.Re, Bins).CopyTo(new Span<T>(y.Re, Bins));
        new Span<T>(z.Im, Bins).CopyTo(new Span<T>(y.Im, Bins));
    }

    private void Mirror(Split<T> x, Split<T> z)
    {
        T scale = T.One / T.CreateChecked(Length);
        (z.Re[0], z.Im[0]) = (x.Re[0] * scale, T.Zero);
        if (_isHermitian)
        {
            // The real part of twice a half is the sum of both halves.
            for (int k = 1; k < Bins; k++)
                (z.Re[k], z.Im[k]) = ((scale + scale) * x.Re[k], (scale + scale) * x.Im[k]);
            return;
        }

        for (int k = 1; k < Bins; k++)
        {
            z.Re[k] = z.Re[Length - k] = x.Re[k] * scale;
            z.Im[k] = x.Im[k] * scale;
            z.Im[Length - k] = -z.Im[k];
        }
    }

    private void Check(int time, int re, int im)
    {
        if (time != Length || re != Bins || im != Bins)
            throw new ArgumentException(
                $"{time} samples and {re} and {im} parts of bins given to a transform of {Length} samples and {Bins} bins.");
    }
}
