using System.Numerics;
using System.Runtime.CompilerServices;

namespace Cymatic.Signal;

/// <summary>Transforms of a few numbers, the smallest pieces of every longer transform.</summary>
internal unsafe interface IButterfly<T, TLane>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TLane : unmanaged, ILane<TLane, T>
{
    /// <summary>How many numbers are transformed.</summary>
    static abstract int Radix { get; }

    /// <summary>Reads Radix numbers that lie <paramref name="x"/>.Step apart, writes their transform, each turned by its twiddle.</summary>
    static abstract void Apply<TTwist>(Cursor<T> x, Cursor<T> y, T* twiddles)
        where TTwist : ITwist;
}

/// <summary>Whether results are turned by twiddle factors: known to the compiler, so that it leaves out what is not needed.</summary>
internal interface ITwist
{
    static abstract bool Turns { get; }
}

/// <summary>Every result but the first is turned.</summary>
internal readonly struct Turned : ITwist
{
    public static bool Turns => true;
}

/// <summary>No result is turned: all twiddles are 1.</summary>
internal readonly struct Straight : ITwist
{
    public static bool Turns => false;
}

/// <summary>Complex numbers at equal distances.</summary>
internal readonly unsafe struct Cursor<T>(Split<T> at, nint step)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Split<T> _at = at;
    private readonly nint _step = step;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Cx<T, TLane> Read<TLane>(nint k)
        where TLane : unmanaged, ILane<TLane, T> => _at.Read<TLane>(k * _step);

    /// <summary>Writes the k-th result, times the twiddle (re, im) at 2(k − 1) of the table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write<TLane, TTwist>(nint k, Cx<T, TLane> value, T* twiddles)
        where TLane : unmanaged, ILane<TLane, T>
        where TTwist : ITwist
    {
        if (TTwist.Turns && k > 0)
            value *= Cx<T, TLane>.Broadcast(twiddles + (2 * k) - 2);
        _at.Write(k * _step, value);
    }
}

internal readonly unsafe struct Radix2<T, TLane> : IButterfly<T, TLane>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TLane : unmanaged, ILane<TLane, T>
{
    public static int Radix => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply<TTwist>(Cursor<T> x, Cursor<T> y, T* twiddles)
        where TTwist : ITwist
    {
        Cx<T, TLane> a = x.Read<TLane>(0), b = x.Read<TLane>(1);
        y.Write<TLane, TTwist>(0, a + b, twiddles);
        y.Write<TLane, TTwist>(1, a - b, twiddles);
    }
}

internal readonly unsafe struct Radix3<T, TLane> : IButterfly<T, TLane>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TLane : unmanaged, ILane<TLane, T>
{
    private static readonly T Half = T.CreateChecked(0.5);
    private static readonly T Sine = T.CreateChecked(0.866025403784438646763723170752936183);

    public static int Radix => 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply<TTwist>(Cursor<T> x, Cursor<T> y, T* twiddles)
        where TTwist : ITwist
    {
        Cx<T, TLane> a = x.Read<TLane>(0), b = x.Read<TLane>(1), c = x.Read<TLane>(2);
        Cx<T, TLane> sum = b + c, mean = Cx<T, TLane>.MultiplyAdd(sum, TLane.All(-Half), a), turn = (b - c) * TLane.All(Sine);
        y.Write<TLane, TTwist>(0, a + sum, twiddles);
        y.Write<TLane, TTwist>(1, Cx<T, TLane>.MinusI(mean, turn), twiddles);
        y.Write<TLane, TTwist>(2, Cx<T, TLane>.PlusI(mean, turn), twiddles);
    }
}

internal readonly unsafe struct Radix4<T, TLane> : IButterfly<T, TLane>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TLane : unmanaged, ILane<TLane, T>
{
    public static int Radix => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply<TTwist>(Cursor<T> x, Cursor<T> y, T* twiddles)
        where TTwist : ITwist
    {
        Cx<T, TLane> a = x.Read<TLane>(0), b = x.Read<TLane>(1), c = x.Read<TLane>(2), d = x.Read<TLane>(3);
        Cx<T, TLane> sumAc = a + c, differenceAc = a - c, sumBd = b + d, differenceBd = b - d;
        y.Write<TLane, TTwist>(0, sumAc + sumBd, twiddles);
        y.Write<TLane, TTwist>(1, Cx<T, TLane>.MinusI(differenceAc, differenceBd), twiddles);
        y.Write<TLane, TTwist>(2, sumAc - sumBd, twiddles);
        y.Write<TLane, TTwist>(3, Cx<T, TLane>.PlusI(differenceAc, differenceBd), twiddles);
    }
}

internal readonly unsafe struct Radix5<T, TLane> : IButterfly<T, TLane>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TLane : unmanaged, ILane<TLane, T>
{
    private static readonly T Cos1 = T.CreateChecked(0.309016994374947424102293417182819059);
    private static readonly T Cos2 = T.CreateChecked(-0.809016994374947424102293417182819059);
    private static readonly T Sin1 = T.CreateChecked(0.951056516295153572116439333379382143);
    private static readonly T Sin2 = T.CreateChecked(0.587785252292473129168705954639072769);

    public static int Radix => 5;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply<TTwist>(Cursor<T> x, Cursor<T> y, T* twiddles)
        where TTwist : ITwist
    {
        TLane c1 = TLane.All(Cos1), c2 = TLane.All(Cos2), s1 = TLane.All(Sin1), s2 = TLane.All(Sin2);
        Cx<T, TLane> a = x.Read<TLane>(0), b = x.Read<TLane>(1), c = x.Read<TLane>(2), d = x.Read<TLane>(3), e = x.Read<TLane>(4);
        Cx<T, TLane> sumBe = b + e, sumCd = c + d, differenceBe = b - e, differenceCd = c - d;
        Cx<T, TLane> even1 = Cx<T, TLane>.MultiplyAdd(sumCd, c2, Cx<T, TLane>.MultiplyAdd(sumBe, c1, a));
        Cx<T, TLane> even2 = Cx<T, TLane>.MultiplyAdd(sumCd, c1, Cx<T, TLane>.MultiplyAdd(sumBe, c2, a));
        Cx<T, TLane> odd1 = Cx<T, TLane>.MultiplyAdd(differenceCd, s2, differenceBe * s1);
        Cx<T, TLane> odd2 = (differenceBe * s2) - (differenceCd * s1);
        y.Write<TLane, TTwist>(0, a + sumBe + sumCd, twiddles);
        y.Write<TLane, TTwist>(1, Cx<T, TLane>.MinusI(even1, odd1), twiddles);
        y.Write<TLane, TTwist>(2, Cx<T, TLane>.MinusI(even2, odd2), twiddles);
        y.Write<TLane, TTwist>(3, Cx<T, TLane>.PlusI(even2, odd2), twiddles);
        y.Write<TLane, TTwist>(4, Cx<T, TLane>.PlusI(even1, odd1), twiddles);
    }
}

internal readonly unsafe struct Radix8<T, TLane> : IButterfly<T, TLane>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TLane : unmanaged, ILane<TLane, T>
{
    private static readonly T HalfRoot = T.CreateChecked(0.707106781186547524400844362104849039);

    public static int Radix => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply<TTwist>(Cursor<T> x, Cursor<T> y, T* twiddles)
        where TTwist : ITwist
    {
        Cx<T, TLane> x0 = x.Read<TLane>(0), x4 = x.Read<TLane>(4), x2 = x.Read<TLane>(2), x6 = x.Read<TLane>(6);
        Cx<T, TLane> a0 = x0 + x4, a1 = x0 - x4, a2 = x2 + x6, a3 = x2 - x6;
        Cx<T, TLane> even0 = a0 + a2, even2 = a0 - a2, even1 = Cx<T, TLane>.MinusI(a1, a3), even3 = Cx<T, TLane>.PlusI(a1, a3);
        Cx<T, TLane> x1 = x.Read<TLane>(1), x5 = x.Read<TLane>(5), x3 = x.Read<TLane>(3), x7 = x.Read<TLane>(7);
        Cx<T, TLane> b0 = x1 + x5, b1 = x1 - x5, b2 = x3 + x7, b3 = x3 - x7;
        Cx<T, TLane> odd0 = b0 + b2, odd2 = b0 - b2, odd1 = Cx<T, TLane>.MinusI(b1, b3), odd3 = Cx<T, TLane>.PlusI(b1, b3);
        TLane h = TLane.All(HalfRoot);
        Cx<T, TLane> turned1 = Cx<T, TLane>.MinusI(odd1, odd1) * h, turned3 = Cx<T, TLane>.PlusI(odd3, odd3) * h;
        y.Write<TLane, TTwist>(0, even0 + odd0, twiddles);
        y.Write<TLane, TTwist>(1, even1 + turned1, twiddles);
        y.Write<TLane, TTwist>(2, Cx<T, TLane>.MinusI(even2, odd2), twiddles);
        y.Write<TLane, TTwist>(3, even3 - turned3, twiddles);
        y.Write<TLane, TTwist>(4, even0 - odd0, twiddles);
        y.Write<TLane, TTwist>(5, even1 - turned1, twiddles);
        y.Write<TLane, TTwist>(6, Cx<T, TLane>.PlusI(even2, odd2), twiddles);
        y.Write<TLane, TTwist>(7, even3 + turned3, twiddles);
    }
}
