using System.Numerics;

namespace Cymatic.Signal;

/// <summary>A reusable plan for the discrete Fourier transform of real numbers, of any length.</summary>
/// <remarks>PLACEHOLDER radix-2 kernel while the fast one is written; the signatures stay.</remarks>
public sealed class RealFft<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>A plan for transforms of <paramref name="length"/> samples.</summary>
    public RealFft(int length) => Length = length;

    /// <summary>Samples in time.</summary>
    public int Length { get; }

    /// <summary>Bins from 0 to half the rate: Length / 2 + 1.</summary>
    public int Bins => Length / 2 + 1;

    /// <summary>X[k] = Σ x[n] exp(−2πi kn/N), k = 0 … N/2, not scaled.</summary>
    public void Forward(ReadOnlySpan<T> time, Span<T> re, Span<T> im)
    {
        var buffer = new Complex[Length];
        for (int n = 0; n < Length; n++)
            buffer[n] = double.CreateChecked(time[n]);
        Transform(buffer, -1);
        for (int k = 0; k < Bins; k++)
        {
            re[k] = T.CreateChecked(buffer[k].Real);
            im[k] = T.CreateChecked(buffer[k].Imaginary);
        }
    }

    /// <summary>The inverse of <see cref="Forward"/>, scaled by 1/N.</summary>
    public void Inverse(ReadOnlySpan<T> re, ReadOnlySpan<T> im, Span<T> time)
    {
        var buffer = new Complex[Length];
        for (int k = 0; k < Length; k++)
        {
            int mirrored = k < Bins ? k : Length - k;
            double imaginary = double.CreateChecked(im[mirrored]);
            buffer[k] = new Complex(double.CreateChecked(re[mirrored]), k < Bins ? imaginary : -imaginary);
        }

        Transform(buffer, 1);
        for (int n = 0; n < Length; n++)
            time[n] = T.CreateChecked(buffer[n].Real / Length);
    }

    private static void Transform(Complex[] x, int sign)
    {
        int n = x.Length;
        for (int i = 1, j = 0; i < n; i++)
        {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1)
                j ^= bit;
            j ^= bit;
            if (i < j)
                (x[i], x[j]) = (x[j], x[i]);
        }

        for (int len = 2; len <= n; len <<= 1)
        {
            Complex step = Complex.FromPolarCoordinates(1, sign * 2 * Math.PI / len);
            for (int i = 0; i < n; i += len)
            {
                Complex w = 1;
                for (int k = 0; k < len / 2; k++, w *= step)
                {
                    Complex u = x[i + k], v = x[i + k + len / 2] * w;
                    (x[i + k], x[i + k + len / 2]) = (u + v, u - v);
                }
            }
        }
    }
}
