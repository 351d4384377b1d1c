using System.Numerics;

namespace Cymatic.Grid;

/// <summary>Products of spectra whose real and imaginary parts lie apart.</summary>
internal static class ComplexProducts
{
    /// <summary>result += conj(a)·b: the spectrum of the cross-correlation Σ a(t) b(t + lag).</summary>
    public static void AddConjugate(
        ReadOnlySpan<float> aRe, ReadOnlySpan<float> aIm, ReadOnlySpan<float> bRe, ReadOnlySpan<float> bIm, Span<float> re, Span<float> im)
    {
        int n = re.Length, i = 0;
        for (; i <= n - Vector<float>.Count; i += Vector<float>.Count)
        {
            var ar = new Vector<float>(aRe[i..]);
            var ai = new Vector<float>(aIm[i..]);
            var br = new Vector<float>(bRe[i..]);
            var bi = new Vector<float>(bIm[i..]);
            (new Vector<float>(re[i..]) + ar * br + ai * bi).CopyTo(re[i..]);
            (new Vector<float>(im[i..]) + ar * bi - ai * br).CopyTo(im[i..]);
        }

        for (; i < n; i++)
        {
            re[i] += aRe[i] * bRe[i] + aIm[i] * bIm[i];
            im[i] += aRe[i] * bIm[i] - aIm[i] * bRe[i];
        }
    }

    /// <summary>result = conj(a)·b.</summary>
    public static void Conjugate(
        ReadOnlySpan<float> aRe, ReadOnlySpan<float> aIm, ReadOnlySpan<float> bRe, ReadOnlySpan<float> bIm, Span<float> re, Span<float> im)
    {
        re.Clear();
        im.Clear();
        AddConjugate(aRe, aIm, bRe, bIm, re, im);
    }
}
