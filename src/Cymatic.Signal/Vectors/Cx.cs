using System.Numerics;
using System.Runtime.CompilerServices;

namespace Cymatic.Signal;

/// <summary>A lane of complex numbers, real and imaginary parts apart.</summary>
internal readonly unsafe struct Cx<T, TLane>(TLane re, TLane im)
    where T : unmanaged, IFloatingPointIeee754<T>
    where TLane : unmanaged, ILane<TLane, T>
{
    public readonly TLane Re = re;

    public readonly TLane Im = im;

    /// <summary>The complex number at an address (real part first) in every place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Cx<T, TLane> Broadcast(T* source) => new(TLane.Broadcast(source), TLane.Broadcast(source + 1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Cx<T, TLane> operator +(Cx<T, TLane> a, Cx<T, TLane> b) => new(a.Re + b.Re, a.Im + b.Im);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Cx<T, TLane> operator -(Cx<T, TLane> a, Cx<T, TLane> b) => new(a.Re - b.Re, a.Im - b.Im);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Cx<T, TLane> operator *(Cx<T, TLane> a, Cx<T, TLane> b) => new(
        TLane.SubtractProduct(a.Im, b.Im, a.Re * b.Re), TLane.MultiplyAdd(a.Re, b.Im, a.Im * b.Re));

    /// <summary>Every part times a real number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Cx<T, TLane> operator *(Cx<T, TLane> a, TLane b) => new(a.Re * b, a.Im * b);

    /// <summary>a + b·s for a real s.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Cx<T, TLane> MultiplyAdd(Cx<T, TLane> b, TLane s, Cx<T, TLane> a) =>
        new(TLane.MultiplyAdd(b.Re, s, a.Re), TLane.MultiplyAdd(b.Im, s, a.Im));

    /// <summary>a − i·b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Cx<T, TLane> MinusI(Cx<T, TLane> a, Cx<T, TLane> b) => new(a.Re + b.Im, a.Im - b.Re);

    /// <summary>a + i·b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Cx<T, TLane> PlusI(Cx<T, TLane> a, Cx<T, TLane> b) => new(a.Re - b.Im, a.Im + b.Re);
}
