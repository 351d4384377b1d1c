using System.Numerics;
using System.Runtime.CompilerServices;

namespace Cymatic.Signal;

/// <summary>Where complex numbers lie: real parts in one place, imaginary parts in another.</summary>
internal readonly unsafe struct Split<T>(T* re, T* im)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public readonly T* Re = re;

    public readonly T* Im = im;

    /// <summary>Real and imaginary parts exchanged: a forward transform of it is an inverse one.</summary>
    public Split<T> Swapped => new(Im, Re);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Split<T> operator +(Split<T> a, nint count) => new(a.Re + count, a.Im + count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Cx<T, TLane> Read<TLane>(nint at)
        where TLane : unmanaged, ILane<TLane, T> => new(TLane.Load(Re + at), TLane.Load(Im + at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write<TLane>(nint at, Cx<T, TLane> value)
        where TLane : unmanaged, ILane<TLane, T>
    {
        value.Re.Store(Re + at);
        value.Im.Store(Im + at);
    }
}
