using System.Numerics;
using System.Runtime.Intrinsics;

namespace Cymatic.Signal;

/// <summary>Real transforms by complex ones of half the length: even samples are the real parts, odd ones the imaginary parts.</summary>
/// <remarks>
/// With Z the transform of the packed samples, E = (Z[k] + conj Z[M−k])/2 and O = −i(Z[k] − conj Z[M−k])/2 are the
/// transforms of the even and the odd samples; X[k] = E + w^k O, X[M−k] = conj(E − w^k O), w = exp(−2πi/2M).
/// </remarks>
internal sealed unsafe class RealSplit<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int _points;
    private readonly T[] _roots;
    private readonly T _half = T.CreateChecked(0.5);

    /// <param name="points">M: complex numbers.</param>
    public RealSplit(int points)
    {
        _points = points;
        int pairs = points / 2;
        _roots = new T[2 * (pairs + 1)];
        var roots = new Roots(2L * points);
        for (int k = 0; k <= pairs; k++)
        {
            (double re, double im) = roots[k];
            (_roots[k], _roots[pairs + 1 + k]) = (T.CreateChecked(re / 2), T.CreateChecked(im / 2));
        }
    }

    private int Pairs => _points / 2;

    /// <summary>Packs samples, and asks the cache for the memory of the bins, which will be written a microsecond later.</summary>
    public void Take(T* time, Split<T> z, Split<T> later)
    {
        int done = 0;
        if (Vector512.IsHardwareAccelerated)
            done = Take<Lane512<T>>(time, z, later, done);
        if (Vector256.IsHardwareAccelerated)
            done = Take<Lane256<T>>(time, z, later, done);
        if (Vector128.IsHardwareAccelerated)
            done = Take<Lane128<T>>(time, z, later, done);
        Take<Lane1<T>>(time, z, later, done);
    }

    /// <summary>Unpacks samples.</summary>
    public void Give(Split<T> z, T* time)
    {
        int done = 0;
        if (Vector512.IsHardwareAccelerated)
            done = Give<Lane512<T>>(z, time, done);
        if (Vector256.IsHardwareAccelerated)
            done = Give<Lane256<T>>(z, time, done);
        if (Vector128.IsHardwareAccelerated)
            done = Give<Lane128<T>>(z, time, done);
        Give<Lane1<T>>(z, time, done);
    }

    /// <summary>From the transform of the packed samples to that of the samples: M + 1 bins.</summary>
    /// <param name="z">The transform of the packed samples.</param>
    /// <param name="x">Gets the bins.</param>
    /// <param name="later">Where the next frame of a matrix would lie: the cache is asked for it.</param>
    public void Unmix(Split<T> z, Split<T> x, T* later)
    {
        (x.Re[0], x.Im[0]) = (z.Re[0] + z.Im[0], T.Zero);
        (x.Re[_points], x.Im[_points]) = (z.Re[0] - z.Im[0], T.Zero);
        fixed (T* roots = _roots)
        {
            var w = new Split<T>(roots, roots + Pairs + 1);
            if (Vector512.IsHardwareAccelerated && Pairs >= Vector512<T>.Count)
                Unmix<Lane512<T>>(z, x, w, later);
            else if (Vector256.IsHardwareAccelerated && Pairs >= Vector256<T>.Count)
                Unmix<Lane256<T>>(z, x, w, later);
            else if (Vector128.IsHardwareAccelerated && Pairs >= Vector128<T>.Count)
                Unmix<Lane128<T>>(z, x, w, later);
            else
                Unmix<Lane1<T>>(z, x, w, later);
        }
    }

    /// <summary>The way back, scaled by 1/M.</summary>
    public void Mix(Split<T> x, Split<T> z)
    {
        T scale = _half / T.CreateChecked(_points);
        (z.Re[0], z.Im[0]) = ((x.Re[0] + x.Re[_points]) * scale, (x.Re[0] - x.Re[_points]) * scale);
        fixed (T* roots = _roots)
        {
            var w = new Split<T>(roots, roots + Pairs + 1);
            if (Vector512.IsHardwareAccelerated && Pairs >= Vector512<T>.Count)
                Mix<Lane512<T>>(x, z, w);
            else if (Vector256.IsHardwareAccelerated && Pairs >= Vector256<T>.Count)
                Mix<Lane256<T>>(x, z, w);
            else if (Vector128.IsHardwareAccelerated && Pairs >= Vector128<T>.Count)
                Mix<Lane128<T>>(x, z, w);
            else
                Mix<Lane1<T>>(x, z, w);
        }
    }

    private int Take<TLane>(T* time, Split<T> z, Split<T> later, int n)
        where TLane : unmanaged, ILane<TLane, T>
    {
        if (TLane.Count == 1)
        {
            for (; n < _points; n++)
                (z.Re[n], z.Im[n]) = (time[2 * n], time[(2 * n) + 1]);
        }

        for (; n <= _points - TLane.Count; n += TLane.Count)
        {
            Cache.Prefetch(later.Re + n);
            Cache.Prefetch(later.Im + n);
            TLane a = TLane.Load(time + (2 * n)), b = TLane.Load(time + (2 * n) + TLane.Count);
            z.Write(n, new Cx<T, TLane>(TLane.EvenOf(a, b), TLane.OddOf(a, b)));
        }

        return n;
    }

    private int Give<TLane>(Split<T> z, T* time, int n)
        where TLane : unmanaged, ILane<TLane, T>
    {
        for (; n <= _points - TLane.Count; n += TLane.Count)
        {
            Cx<T, TLane> value = z.Read<TLane>(n);
            TLane.InterleaveLow(value.Re, value.Im).Store(time + (2 * n));
            TLane.InterleaveHigh(value.Re, value.Im).Store(time + (2 * n) + TLane.Count);
        }

        return n;
    }

    private void Unmix<TLane>(Split<T> z, Split<T> x, Split<T> w, T* later)
        where TLane : unmanaged, ILane<TLane, T>
    {
        TLane half = TLane.All(_half);
        for (int start = 1; start <= Pairs; start += TLane.Count)
        {
            int k = Math.Min(start, Pairs + 1 - TLane.Count), mirrored = _points - k - TLane.Count + 1;
            Cx<T, TLane> a = z.Read<TLane>(k), b = Reversed<TLane>(z, mirrored);
            var even = new Cx<T, TLane>((a.Re + b.Re) * half, (a.Im - b.Im) * half);
            var odd = new Cx<T, TLane>(a.Im + b.Im, b.Re - a.Re);
            Cx<T, TLane> turned = odd * w.Read<TLane>(k), low = even + turned, high = even - turned;
            x.Write(k, low);
            for (int part = 0; part < 4; part++)
                Cache.Prefetch(later + (4 * k) + (part * TLane.Count));
            TLane.Reverse(high.Re).Store(x.Re + mirrored);
            TLane.Reverse(TLane.All(T.Zero) - high.Im).Store(x.Im + mirrored);
        }
    }

    private void Mix<TLane>(Split<T> x, Split<T> z, Split<T> w)
        where TLane : unmanaged, ILane<TLane, T>
    {
        T unit = T.One / T.CreateChecked(_points);
        TLane half = TLane.All(_half * unit), scale = TLane.All(unit);
        for (int start = 1; start <= Pairs; start += TLane.Count)
        {
            int k = Math.Min(start, Pairs + 1 - TLane.Count), mirrored = _points - k - TLane.Count + 1;
            Cx<T, TLane> a = x.Read<TLane>(k), b = Reversed<TLane>(x, mirrored), root = w.Read<TLane>(k);
            var even = new Cx<T, TLane>((a.Re + b.Re) * half, (a.Im - b.Im) * half);
            var difference = new Cx<T, TLane>((a.Re - b.Re) * scale, (a.Im + b.Im) * scale);
            Cx<T, TLane> odd = difference * new Cx<T, TLane>(root.Re, TLane.All(T.Zero) - root.Im);
            Cx<T, TLane> low = Cx<T, TLane>.PlusI(even, odd), high = Cx<T, TLane>.MinusI(even, odd);
            z.Write(k, low);
            TLane.Reverse(high.Re).Store(z.Re + mirrored);
            TLane.Reverse(TLane.All(T.Zero) - high.Im).Store(z.Im + mirrored);
        }
    }

    private static Cx<T, TLane> Reversed<TLane>(Split<T> z, int at)
        where TLane : unmanaged, ILane<TLane, T>
    {
        Cx<T, TLane> value = z.Read<TLane>(at);
        return new(TLane.Reverse(value.Re), TLane.Reverse(value.Im));
    }
}
