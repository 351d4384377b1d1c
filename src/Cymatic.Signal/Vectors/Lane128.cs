using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Cymatic.Signal;

/// <summary>A lane of 128 bits.</summary>
internal readonly unsafe struct Lane128<T>(Vector128<T> value) : ILane<Lane128<T>, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The vector itself.</summary>
    public readonly Vector128<T> Value = value;

    public static int Count => Vector128<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> Load(T* source) => new(Vector128.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(T* target) => Value.Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> All(T value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> Broadcast(T* source) => new(Vector128.Create(*source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> operator +(Lane128<T> a, Lane128<T> b) => new(a.Value + b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> operator -(Lane128<T> a, Lane128<T> b) => new(a.Value - b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> operator *(Lane128<T> a, Lane128<T> b) => new(a.Value * b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> MultiplyAdd(Lane128<T> a, Lane128<T> b, Lane128<T> c) => new(typeof(T) == typeof(float)
        ? Vector128.MultiplyAddEstimate(a.Value.AsSingle(), b.Value.AsSingle(), c.Value.AsSingle()).As<float, T>()
        : Vector128.MultiplyAddEstimate(a.Value.AsDouble(), b.Value.AsDouble(), c.Value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> SubtractProduct(Lane128<T> a, Lane128<T> b, Lane128<T> c)
    {
        if (!Fma.IsSupported)
            return MultiplyAdd(new(-a.Value), b, c);
        return new(typeof(T) == typeof(float)
            ? Fma.MultiplyAddNegated(a.Value.AsSingle(), b.Value.AsSingle(), c.Value.AsSingle()).As<float, T>()
            : Fma.MultiplyAddNegated(a.Value.AsDouble(), b.Value.AsDouble(), c.Value.AsDouble()).As<double, T>());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Lane128<T> a) => Vector128.Sum(a.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> Min(Lane128<T> a, Lane128<T> b) => new(Vector128.MinNative(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> Max(Lane128<T> a, Lane128<T> b) => new(Vector128.MaxNative(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> WhereBelow(Lane128<T> limit, Lane128<T> a, Lane128<T> otherwise) =>
        new(Vector128.ConditionalSelect(Vector128.LessThan(a.Value, limit.Value), a.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> Reverse(Lane128<T> a) => new(typeof(T) == typeof(float)
        ? Vector128.Shuffle(a.Value.AsInt32(), Vector128.Create(3, 2, 1, 0)).As<int, T>()
        : Vector128.Shuffle(a.Value.AsInt64(), Vector128.Create(1L, 0)).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> InterleaveLow(Lane128<T> a, Lane128<T> b)
    {
        if (typeof(T) == typeof(double))
            return new(Vector128.Create(a.Value.GetLower(), b.Value.GetLower()));
        if (Sse.IsSupported)
            return new(Sse.UnpackLow(a.Value.AsSingle(), b.Value.AsSingle()).As<float, T>());
        if (AdvSimd.Arm64.IsSupported)
            return new(AdvSimd.Arm64.ZipLow(a.Value.AsSingle(), b.Value.AsSingle()).As<float, T>());
        return new(
            Vector128.Create(a.Value.AsSingle()[0], b.Value.AsSingle()[0], a.Value.AsSingle()[1], b.Value.AsSingle()[1]).As<float, T>());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> InterleaveHigh(Lane128<T> a, Lane128<T> b)
    {
        if (typeof(T) == typeof(double))
            return new(Vector128.Create(a.Value.GetUpper(), b.Value.GetUpper()));
        if (Sse.IsSupported)
            return new(Sse.UnpackHigh(a.Value.AsSingle(), b.Value.AsSingle()).As<float, T>());
        if (AdvSimd.Arm64.IsSupported)
            return new(AdvSimd.Arm64.ZipHigh(a.Value.AsSingle(), b.Value.AsSingle()).As<float, T>());
        return new(
            Vector128.Create(a.Value.AsSingle()[2], b.Value.AsSingle()[2], a.Value.AsSingle()[3], b.Value.AsSingle()[3]).As<float, T>());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> EvenOf(Lane128<T> a, Lane128<T> b)
    {
        if (typeof(T) == typeof(double))
            return InterleaveLow(a, b);
        if (Sse.IsSupported)
            return new(Sse.Shuffle(a.Value.AsSingle(), b.Value.AsSingle(), 0b10_00_10_00).As<float, T>());
        if (AdvSimd.Arm64.IsSupported)
            return new(AdvSimd.Arm64.UnzipEven(a.Value.AsSingle(), b.Value.AsSingle()).As<float, T>());
        return new(
            Vector128.Create(a.Value.AsSingle()[0], a.Value.AsSingle()[2], b.Value.AsSingle()[0], b.Value.AsSingle()[2]).As<float, T>());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> OddOf(Lane128<T> a, Lane128<T> b)
    {
        if (typeof(T) == typeof(double))
            return InterleaveHigh(a, b);
        if (Sse.IsSupported)
            return new(Sse.Shuffle(a.Value.AsSingle(), b.Value.AsSingle(), 0b11_01_11_01).As<float, T>());
        if (AdvSimd.Arm64.IsSupported)
            return new(AdvSimd.Arm64.UnzipOdd(a.Value.AsSingle(), b.Value.AsSingle()).As<float, T>());
        return new(
            Vector128.Create(a.Value.AsSingle()[1], a.Value.AsSingle()[3], b.Value.AsSingle()[1], b.Value.AsSingle()[3]).As<float, T>());
    }
}
