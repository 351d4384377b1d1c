using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Cymatic.Signal;

/// <summary>A lane of 256 bits.</summary>
internal readonly unsafe struct Lane256<T>(Vector256<T> value) : ILane<Lane256<T>, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The vector itself.</summary>
    public readonly Vector256<T> Value = value;

    public static int Count => Vector256<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> Load(T* source) => new(Vector256.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(T* target) => Value.Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> All(T value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> Broadcast(T* source) => new(Vector256.Create(*source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> operator +(Lane256<T> a, Lane256<T> b) => new(a.Value + b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> operator -(Lane256<T> a, Lane256<T> b) => new(a.Value - b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> operator *(Lane256<T> a, Lane256<T> b) => new(a.Value * b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> MultiplyAdd(Lane256<T> a, Lane256<T> b, Lane256<T> c) => new(typeof(T) == typeof(float)
        ? Vector256.MultiplyAddEstimate(a.Value.AsSingle(), b.Value.AsSingle(), c.Value.AsSingle()).As<float, T>()
        : Vector256.MultiplyAddEstimate(a.Value.AsDouble(), b.Value.AsDouble(), c.Value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> SubtractProduct(Lane256<T> a, Lane256<T> b, Lane256<T> c)
    {
        if (!Fma.IsSupported)
            return MultiplyAdd(new(-a.Value), b, c);
        return new(typeof(T) == typeof(float)
            ? Fma.MultiplyAddNegated(a.Value.AsSingle(), b.Value.AsSingle(), c.Value.AsSingle()).As<float, T>()
            : Fma.MultiplyAddNegated(a.Value.AsDouble(), b.Value.AsDouble(), c.Value.AsDouble()).As<double, T>());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Lane256<T> a) => Vector256.Sum(a.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> Min(Lane256<T> a, Lane256<T> b) => new(Vector256.MinNative(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> Max(Lane256<T> a, Lane256<T> b) => new(Vector256.MaxNative(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> WhereBelow(Lane256<T> limit, Lane256<T> a, Lane256<T> otherwise) =>
        new(Vector256.ConditionalSelect(Vector256.LessThan(a.Value, limit.Value), a.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> Reverse(Lane256<T> a) => new(typeof(T) == typeof(float)
        ? Vector256.Shuffle(a.Value.AsInt32(), Vector256.Create(7, 6, 5, 4, 3, 2, 1, 0)).As<int, T>()
        : Vector256.Shuffle(a.Value.AsInt64(), Vector256.Create(3L, 2, 1, 0)).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> InterleaveLow(Lane256<T> a, Lane256<T> b) => Interleave(a.Value.GetLower(), b.Value.GetLower());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> InterleaveHigh(Lane256<T> a, Lane256<T> b) => Interleave(a.Value.GetUpper(), b.Value.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lane256<T> Interleave(Vector128<T> a, Vector128<T> b) => new(Vector256.Create(
        Lane128<T>.InterleaveLow(new(a), new(b)).Value, Lane128<T>.InterleaveHigh(new(a), new(b)).Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> EvenOf(Lane256<T> a, Lane256<T> b) => new(Vector256.Create(
        Lane128<T>.EvenOf(new(a.Value.GetLower()), new(a.Value.GetUpper())).Value,
        Lane128<T>.EvenOf(new(b.Value.GetLower()), new(b.Value.GetUpper())).Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> OddOf(Lane256<T> a, Lane256<T> b) => new(Vector256.Create(
        Lane128<T>.OddOf(new(a.Value.GetLower()), new(a.Value.GetUpper())).Value,
        Lane128<T>.OddOf(new(b.Value.GetLower()), new(b.Value.GetUpper())).Value));
}
