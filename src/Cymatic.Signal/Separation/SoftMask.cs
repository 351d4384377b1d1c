using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>What part of a sum one of two things is: aᵖ / (aᵖ + bᵖ), computed without overflow.</summary>
/// <remarks>Equals librosa.util.softmask.</remarks>
internal static class SoftMask
{
    // librosa's threshold: float32's smallest normal number.
    private const float Tiny = 1.17549435e-38f;

    /// <param name="a">What the mask is for.</param>
    /// <param name="b">What it is weighed against.</param>
    /// <param name="power">The exponent; infinity makes a hard mask of zeros and ones.</param>
    /// <param name="silence">The mask where both are nothing.</param>
    /// <param name="mask">Filled with numbers from 0 to 1; may be <paramref name="a"/>.</param>
    public static void Fill(ReadOnlySpan<float> a, ReadOnlySpan<float> b, double power, float silence, Span<float> mask)
    {
        if (double.IsPositiveInfinity(power))
        {
            for (int i = 0; i < mask.Length; i++)
                mask[i] = a[i] > b[i] ? 1 : 0;
            return;
        }

        using var scratch = new Rented<float>(2 * a.Length);
        Span<float> larger = scratch.Span[..a.Length], other = scratch.Span[a.Length..];
        TensorPrimitives.Max(a, b, larger);
        TensorPrimitives.Divide(a, larger, mask);
        TensorPrimitives.Divide(b, larger, other);
        Raise(mask, power);
        Raise(other, power);
        TensorPrimitives.Add(mask, other, other);
        TensorPrimitives.Divide(mask, other, mask);
        if (TensorPrimitives.Min<float>(larger) >= Tiny)
            return;
        for (int i = 0; i < mask.Length; i++)
        {
            if (larger[i] < Tiny)
                mask[i] = silence;
        }
    }

    private static void Raise(Span<float> x, double power)
    {
        if (power == 2)
            TensorPrimitives.Multiply(x, x, x);
        else if (power != 1)
            TensorPrimitives.Pow(x, (float)power, x);
    }
}
