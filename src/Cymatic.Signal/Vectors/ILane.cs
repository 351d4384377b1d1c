using System.Numerics;

namespace Cymatic.Signal;

/// <summary>Several numbers that are computed at once: the vector width of a kernel, as a type parameter.</summary>
/// <remarks>
/// A kernel is written once over <typeparamref name="TSelf"/> and instantiated for 1, 128, 256 and 512 bits, float and double.
/// The JIT compiler specialises each instantiation, so the abstraction costs nothing at run time.
/// </remarks>
internal unsafe interface ILane<TSelf, T>
    where TSelf : unmanaged, ILane<TSelf, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>How many numbers a lane holds.</summary>
    static abstract int Count { get; }

    /// <summary>Reads Count numbers from any address.</summary>
    static abstract TSelf Load(T* source);

    /// <summary>Writes Count numbers to any address.</summary>
    void Store(T* target);

    /// <summary>The same number in every place.</summary>
    static abstract TSelf All(T value);

    /// <summary>The number at an address in every place.</summary>
    static abstract TSelf Broadcast(T* source);

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a, TSelf b);

    static abstract TSelf operator *(TSelf a, TSelf b);

    /// <summary>a·b + c, rounded once where the processor can.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf c);

    /// <summary>c − a·b, rounded once where the processor can.</summary>
    static abstract TSelf SubtractProduct(TSelf a, TSelf b, TSelf c);

    /// <summary>All numbers added up.</summary>
    static abstract T Sum(TSelf a);

    static abstract TSelf Min(TSelf a, TSelf b);

    static abstract TSelf Max(TSelf a, TSelf b);

    /// <summary>In each place <paramref name="a"/> where it is below the limit, else <paramref name="otherwise"/>.</summary>
    static abstract TSelf WhereBelow(TSelf limit, TSelf a, TSelf otherwise);

    /// <summary>The numbers in the opposite order.</summary>
    static abstract TSelf Reverse(TSelf a);

    /// <summary>a₀ b₀ a₁ b₁ …: the first half of the two, alternating.</summary>
    static abstract TSelf InterleaveLow(TSelf a, TSelf b);

    /// <summary>The second half of the two, alternating.</summary>
    static abstract TSelf InterleaveHigh(TSelf a, TSelf b);

    /// <summary>The numbers at even places of a, then of b.</summary>
    static abstract TSelf EvenOf(TSelf a, TSelf b);

    /// <summary>The numbers at odd places of a, then of b.</summary>
    static abstract TSelf OddOf(TSelf a, TSelf b);
}
