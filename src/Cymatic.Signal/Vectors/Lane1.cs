using System.Numerics;

namespace Cymatic.Signal;

/// <summary>A lane of one number: what is too short for vectors runs through the same source.</summary>
internal readonly unsafe struct Lane1<T>(T value) : ILane<Lane1<T>, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T _value = value;

    public static int Count => 1;

    public static Lane1<T> Load(T* source) => new(*source);

    public void Store(T* target) => *target = _value;

    public static Lane1<T> All(T value) => new(value);

    public static Lane1<T> Broadcast(T* source) => new(*source);

    public static Lane1<T> operator +(Lane1<T> a, Lane1<T> b) => new(a._value + b._value);

    public static Lane1<T> operator -(Lane1<T> a, Lane1<T> b) => new(a._value - b._value);

    public static Lane1<T> operator *(Lane1<T> a, Lane1<T> b) => new(a._value * b._value);

    public static Lane1<T> MultiplyAdd(Lane1<T> a, Lane1<T> b, Lane1<T> c) => new((a._value * b._value) + c._value);

    public static Lane1<T> SubtractProduct(Lane1<T> a, Lane1<T> b, Lane1<T> c) => new(c._value - (a._value * b._value));

    public static T Sum(Lane1<T> a) => a._value;

    public static Lane1<T> Min(Lane1<T> a, Lane1<T> b) => new(T.Min(a._value, b._value));

    public static Lane1<T> Max(Lane1<T> a, Lane1<T> b) => new(T.Max(a._value, b._value));

    public static Lane1<T> WhereBelow(Lane1<T> limit, Lane1<T> a, Lane1<T> otherwise) => a._value < limit._value ? a : otherwise;

    public static Lane1<T> Reverse(Lane1<T> a) => a;

    public static Lane1<T> InterleaveLow(Lane1<T> a, Lane1<T> b) => a;

    public static Lane1<T> InterleaveHigh(Lane1<T> a, Lane1<T> b) => b;

    public static Lane1<T> EvenOf(Lane1<T> a, Lane1<T> b) => a;

    public static Lane1<T> OddOf(Lane1<T> a, Lane1<T> b) => b;
}
