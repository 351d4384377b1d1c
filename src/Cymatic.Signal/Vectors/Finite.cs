using System.Numerics;
using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>Whether numbers are numbers.</summary>
internal static class Finite
{
    /// <summary>Whether none is NaN or infinite; so it is when there are none.</summary>
    public static bool All<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged, IFloatingPointIeee754<T> => numbers.IsEmpty || TensorPrimitives.IsFiniteAll(numbers);
}
