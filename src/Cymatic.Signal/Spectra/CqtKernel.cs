using System.Runtime.Intrinsics;

namespace Cymatic.Signal;

/// <summary>Products of a spectrum with the filters of an octave.</summary>
internal static unsafe class CqtKernel
{
    /// <summary>For each band Σ B[k] X[k]. Spectra are padded by <see cref="CqtBasis.Padding"/> numbers.</summary>
    public static void Run(CqtBasis basis, (nint Re, nint Im) spectrum, Span<float> re, Span<float> im)
    {
        if (Vector512.IsHardwareAccelerated)
            Run<Lane512<float>>(basis, spectrum, re, im);
        else if (Vector256.IsHardwareAccelerated)
            Run<Lane256<float>>(basis, spectrum, re, im);
        else
            Run<Lane128<float>>(basis, spectrum, re, im);
    }

    private static void Run<TLane>(CqtBasis basis, (nint Re, nint Im) spectrum, Span<float> re, Span<float> im)
        where TLane : unmanaged, ILane<TLane, float>
    {
        for (int band = 0; band < basis.Bands.Length; band++)
        {
            (int first, float[] weightsRe, float[] weightsIm) = basis.Bands[band];
            float* xr = (float*)spectrum.Re + first, xi = (float*)spectrum.Im + first;
            TLane sumRe = TLane.All(0), sumIm = sumRe;
            fixed (float* br = weightsRe, bi = weightsIm)
            {
                for (int k = 0; k < weightsRe.Length; k += TLane.Count)
                {
                    TLane a = TLane.Load(br + k), b = TLane.Load(bi + k), c = TLane.Load(xr + k), d = TLane.Load(xi + k);
                    sumRe = TLane.SubtractProduct(b, d, TLane.MultiplyAdd(a, c, sumRe));
                    sumIm = TLane.MultiplyAdd(b, c, TLane.MultiplyAdd(a, d, sumIm));
                }
            }

            (re[band], im[band]) = (TLane.Sum(sumRe), TLane.Sum(sumIm));
        }
    }
}
