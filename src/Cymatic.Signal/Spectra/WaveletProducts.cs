using System.Numerics;
using System.Runtime.Intrinsics;

namespace Cymatic.Signal;

/// <summary>Products of samples with both parts of a wavelet at four places at a time, which share what they read of the wavelet.</summary>
internal static unsafe class WaveletProducts
{
    /// <summary>Places at a time.</summary>
    public const int Places = 4;

    /// <summary>Numbers that wavelets are padded to by zeros, and that samples must have behind each place.</summary>
    public static int Padded<T>(int length)
        where T : unmanaged => (length + ComplexKernels.Widest<T>() - 1) / ComplexKernels.Widest<T>() * ComplexKernels.Widest<T>();

    /// <summary>re[i] = Σ x[i·step + k] wavelet.Re[k] and im[i] likewise, for four places i and a padded wavelet.</summary>
    public static void Run<T>(T* x, nint step, (T[] Re, T[] Im) wavelet, Split<T> target)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        fixed (T* re = wavelet.Re, im = wavelet.Im)
        {
            (Split<T>, int) padded = (new(re, im), wavelet.Re.Length);
            if (Vector512.IsHardwareAccelerated)
                Run<T, Lane512<T>>(x, step, padded, target);
            else if (Vector256.IsHardwareAccelerated)
                Run<T, Lane256<T>>(x, step, padded, target);
            else
                Run<T, Lane128<T>>(x, step, padded, target);
        }
    }

    private static void Run<T, TLane>(T* x, nint step, (Split<T> At, int Length) wavelet, Split<T> target)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TLane : unmanaged, ILane<TLane, T>
    {
        T* x0 = x, x1 = x0 + step, x2 = x1 + step, x3 = x2 + step;
        TLane r0 = TLane.All(T.Zero), r1 = r0, r2 = r0, r3 = r0, i0 = r0, i1 = r0, i2 = r0, i3 = r0;
        for (int k = 0; k < wavelet.Length; k += TLane.Count)
        {
            TLane re = TLane.Load(wavelet.At.Re + k), im = TLane.Load(wavelet.At.Im + k), a = TLane.Load(x0 + k), b = TLane.Load(x1 + k);
            (r0, i0) = (TLane.MultiplyAdd(a, re, r0), TLane.MultiplyAdd(a, im, i0));
            (r1, i1) = (TLane.MultiplyAdd(b, re, r1), TLane.MultiplyAdd(b, im, i1));
            (a, b) = (TLane.Load(x2 + k), TLane.Load(x3 + k));
            (r2, i2) = (TLane.MultiplyAdd(a, re, r2), TLane.MultiplyAdd(a, im, i2));
            (r3, i3) = (TLane.MultiplyAdd(b, re, r3), TLane.MultiplyAdd(b, im, i3));
        }

        (target.Re[0], target.Re[1], target.Re[2], target.Re[3]) = (TLane.Sum(r0), TLane.Sum(r1), TLane.Sum(r2), TLane.Sum(r3));
        (target.Im[0], target.Im[1], target.Im[2], target.Im[3]) = (TLane.Sum(i0), TLane.Sum(i1), TLane.Sum(i2), TLane.Sum(i3));
    }
}
