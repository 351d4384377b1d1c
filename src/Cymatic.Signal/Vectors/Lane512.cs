using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Cymatic.Signal;

/// <summary>A lane of 512 bits.</summary>
internal readonly unsafe struct Lane512<T>(Vector512<T> value) : ILane<Lane512<T>, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The vector itself.</summary>
    public readonly Vector512<T> Value = value;

    public static int Count => Vector512<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> Load(T* source) => new(Vector512.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(T* target) => Value.Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> All(T value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> Broadcast(T* source) => new(Vector512.Create(*source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> operator +(Lane512<T> a, Lane512<T> b) => new(a.Value + b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> operator -(Lane512<T> a, Lane512<T> b) => new(a.Value - b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> operator *(Lane512<T> a, Lane512<T> b) => new(a.Value * b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> MultiplyAdd(Lane512<T> a, Lane512<T> b, Lane512<T> c) => new(typeof(T) == typeof(float)
        ? Vector512.MultiplyAddEstimate(a.Value.AsSingle(), b.Value.AsSingle(), c.Value.AsSingle()).As<float, T>()
        : Vector512.MultiplyAddEstimate(a.Value.AsDouble(), b.Value.AsDouble(), c.Value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> SubtractProduct(Lane512<T> a, Lane512<T> b, Lane512<T> c)
    {
        if (!Avx512F.IsSupported)
            return MultiplyAdd(new(-a.Value), b, c);
        return new(typeof(T) == typeof(float)
            ? Avx512F.FusedMultiplyAddNegated(a.Value.AsSingle(), b.Value.AsSingle(), c.Value.AsSingle()).As<float, T>()
            : Avx512F.FusedMultiplyAddNegated(a.Value.AsDouble(), b.Value.AsDouble(), c.Value.AsDouble()).As<double, T>());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Lane512<T> a) => Vector512.Sum(a.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> Min(Lane512<T> a, Lane512<T> b) => new(Vector512.MinNative(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> Max(Lane512<T> a, Lane512<T> b) => new(Vector512.MaxNative(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> WhereBelow(Lane512<T> limit, Lane512<T> a, Lane512<T> otherwise) =>
        new(Vector512.ConditionalSelect(Vector512.LessThan(a.Value, limit.Value), a.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> Reverse(Lane512<T> a) => new(typeof(T) == typeof(float)
        ? Vector512.Shuffle(a.Value.AsInt32(), Vector512.Create(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0)).As<int, T>()
        : Vector512.Shuffle(a.Value.AsInt64(), Vector512.Create(7L, 6, 5, 4, 3, 2, 1, 0)).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> InterleaveLow(Lane512<T> a, Lane512<T> b)
    {
        if (!Avx512F.IsSupported)
            return Interleave(a.Value.GetLower(), b.Value.GetLower());
        return new(typeof(T) == typeof(float)
            ? Avx512F.PermuteVar16x32x2(
                a.Value.AsInt32(), Vector512.Create(0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23), b.Value.AsInt32()).As<int, T>()
            : Avx512F.PermuteVar8x64x2(a.Value.AsInt64(), Vector512.Create(0L, 8, 1, 9, 2, 10, 3, 11), b.Value.AsInt64()).As<long, T>());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> InterleaveHigh(Lane512<T> a, Lane512<T> b)
    {
        if (!Avx512F.IsSupported)
            return Interleave(a.Value.GetUpper(), b.Value.GetUpper());
        return new(typeof(T) == typeof(float)
            ? Avx512F.PermuteVar16x32x2(a.Value.AsInt32(), Vector512.Create(8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31),
                b.Value.AsInt32()).As<int, T>()
            : Avx512F.PermuteVar8x64x2(a.Value.AsInt64(), Vector512.Create(4L, 12, 5, 13, 6, 14, 7, 15), b.Value.AsInt64()).As<long, T>());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lane512<T> Interleave(Vector256<T> a, Vector256<T> b) => new(Vector512.Create(
        Lane256<T>.InterleaveLow(new(a), new(b)).Value, Lane256<T>.InterleaveHigh(new(a), new(b)).Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> EvenOf(Lane512<T> a, Lane512<T> b)
    {
        if (!Avx512F.IsSupported)
        {
            return new(Vector512.Create(
                Lane256<T>.EvenOf(new(a.Value.GetLower()), new(a.Value.GetUpper())).Value,
                Lane256<T>.EvenOf(new(b.Value.GetLower()), new(b.Value.GetUpper())).Value));
        }

        return new(typeof(T) == typeof(float)
            ? Avx512F.PermuteVar16x32x2(a.Value.AsInt32(), Vector512.Create(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30),
                b.Value.AsInt32()).As<int, T>()
            : Avx512F.PermuteVar8x64x2(
                a.Value.AsInt64(), Vector512.Create(0L, 2L, 4L, 6L, 8L, 10L, 12L, 14L), b.Value.AsInt64()).As<long, T>());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> OddOf(Lane512<T> a, Lane512<T> b)
    {
        if (!Avx512F.IsSupported)
        {
            return new(Vector512.Create(
                Lane256<T>.OddOf(new(a.Value.GetLower()), new(a.Value.GetUpper())).Value,
                Lane256<T>.OddOf(new(b.Value.GetLower()), new(b.Value.GetUpper())).Value));
        }

        return new(typeof(T) == typeof(float)
            ? Avx512F.PermuteVar16x32x2(a.Value.AsInt32(), Vector512.Create(1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31),
                b.Value.AsInt32()).As<int, T>()
            : Avx512F.PermuteVar8x64x2(
                a.Value.AsInt64(), Vector512.Create(1L, 3L, 5L, 7L, 9L, 11L, 13L, 15L), b.Value.AsInt64()).As<long, T>());
    }
}
