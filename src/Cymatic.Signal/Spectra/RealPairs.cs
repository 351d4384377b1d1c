using System.Numerics;
using System.Runtime.CompilerServices;

namespace Cymatic.Signal;

/// <summary>Where the pairs of bins k and M − k of a real transform are read and written; both places may be the same.</summary>
/// <param name="from">What is read.</param>
/// <param name="to">What is written.</param>
/// <param name="roots">w^k / 2.</param>
/// <param name="points">M.</param>
/// <param name="later">Memory that is wanted next, which the cache is asked for; or null.</param>
internal readonly unsafe struct RealPairs<T>(Split<T> from, Split<T> to, Split<T> roots, int points, T* later)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public readonly T* Later = later;
    private readonly Split<T> _from = from, _to = to, _roots = roots;

    /// <summary>M.</summary>
    public int Points => points;

    /// <summary>Bin k and its neighbours, the conjugate partners of M − k and its neighbours in their order, and the roots.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (Cx<T, TLane> Low, Cx<T, TLane> Mirrored, Cx<T, TLane> Root) Read<TLane>(int k)
        where TLane : unmanaged, ILane<TLane, T>
    {
        Cx<T, TLane> high = _from.Read<TLane>(points - k - TLane.Count + 1);
        return (_from.Read<TLane>(k), new(TLane.Reverse(high.Re), TLane.Reverse(high.Im)), _roots.Read<TLane>(k));
    }

    /// <summary>Writes bins from k on, and the conjugates of others at M − k and downwards.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write<TLane>(int k, Cx<T, TLane> low, Cx<T, TLane> high)
        where TLane : unmanaged, ILane<TLane, T>
    {
        _to.Write(k, low);
        _to.Write(points - k - TLane.Count + 1, new Cx<T, TLane>(TLane.Reverse(high.Re), TLane.Reverse(TLane.All(T.Zero) - high.Im)));
    }
}

/// <summary>One of the two ways between the transform of packed samples and that of the samples.</summary>
internal interface IRealPass<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Whole vectors of the pairs k = range.From … range.To; the first pair that is left.</summary>
    static abstract int Run<TLane>(RealPairs<T> pairs, (int From, int To) range)
        where TLane : unmanaged, ILane<TLane, T>;
}

/// <summary>Z to X.</summary>
internal readonly unsafe struct Unmixing<T> : IRealPass<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static int Run<TLane>(RealPairs<T> pairs, (int From, int To) range)
        where TLane : unmanaged, ILane<TLane, T>
    {
        TLane half = TLane.All(T.CreateChecked(0.5));
        int k = range.From;
        for (; k <= range.To + 1 - TLane.Count; k += TLane.Count)
        {
            (Cx<T, TLane> a, Cx<T, TLane> b, Cx<T, TLane> root) = pairs.Read<TLane>(k);
            var even = new Cx<T, TLane>((a.Re + b.Re) * half, (a.Im - b.Im) * half);
            var odd = new Cx<T, TLane>(a.Im + b.Im, b.Re - a.Re);
            Cx<T, TLane> turned = odd * root;
            for (int part = 0; part < 4 && pairs.Later is not null; part++)
                Cache.Prefetch(pairs.Later + (4 * k) + (part * TLane.Count));
            pairs.Write(k, even + turned, even - turned);
        }

        return k;
    }
}

/// <summary>X to Z, scaled by 1/M.</summary>
internal readonly struct Mixing<T> : IRealPass<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static int Run<TLane>(RealPairs<T> pairs, (int From, int To) range)
        where TLane : unmanaged, ILane<TLane, T>
    {
        T unit = T.One / T.CreateChecked(pairs.Points);
        TLane half = TLane.All(T.CreateChecked(0.5) * unit), scale = TLane.All(unit);
        int k = range.From;
        for (; k <= range.To + 1 - TLane.Count; k += TLane.Count)
        {
            (Cx<T, TLane> a, Cx<T, TLane> b, Cx<T, TLane> root) = pairs.Read<TLane>(k);
            var even = new Cx<T, TLane>((a.Re + b.Re) * half, (a.Im - b.Im) * half);
            var difference = new Cx<T, TLane>((a.Re - b.Re) * scale, (a.Im + b.Im) * scale);
            Cx<T, TLane> odd = difference * new Cx<T, TLane>(root.Re, TLane.All(T.Zero) - root.Im);
            pairs.Write(k, Cx<T, TLane>.PlusI(even, odd), Cx<T, TLane>.MinusI(even, odd));
        }

        return k;
    }
}
