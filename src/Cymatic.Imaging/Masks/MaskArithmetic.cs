using System.Numerics.Tensors;

namespace Cymatic.Imaging;

/// <summary>Masks made of masks, in place.</summary>
public static class MaskArithmetic
{
    /// <summary>Keeps what both show: the smaller of both (MoviePy's MasksAnd).</summary>
    /// <exception cref="ArgumentException">Masks of different sizes.</exception>
    public static void And(this Plane<byte> mask, Plane<byte> other)
    {
        SameSize.Check(mask, other);
        TensorPrimitives.Min(mask.Values, other.Values, mask.Values);
    }

    /// <summary>Keeps what either shows: the larger of both (MoviePy's MasksOr).</summary>
    /// <exception cref="ArgumentException">Masks of different sizes.</exception>
    public static void Or(this Plane<byte> mask, Plane<byte> other)
    {
        SameSize.Check(mask, other);
        TensorPrimitives.Max(mask.Values, other.Values, mask.Values);
    }

    /// <summary>Shows what was hidden: 255 − value.</summary>
    public static void Invert(this Plane<byte> mask)
    {
        ArgumentNullException.ThrowIfNull(mask);
        TensorPrimitives.OnesComplement<byte>(mask.Values, mask.Values);
    }

    /// <summary>255 where a value is above the threshold, else 0.</summary>
    public static void Threshold(this Plane<byte> mask, byte threshold)
    {
        ArgumentNullException.ThrowIfNull(mask);
        foreach (ref byte value in mask.Values)
            value = value > threshold ? (byte)255 : (byte)0;
    }
}
