using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
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
    private const int LongestTable = 1 << 14;
    private const int BlockLength = 1 << 10;
    private readonly int _points, _kept;
    private readonly Roots _all;
    private readonly T[] _roots;

    /// <param name="points">M: complex numbers.</param>
    public RealSplit(int points)
    {
        _points = points;
        _kept = Pairs <= LongestTable ? Pairs + 1 : BlockLength;
        _all = new(2L * points);
        _roots = new T[2 * _kept];
        for (int k = 0; k < _kept; k++)
        {
            (double re, double im) = _all[k];
            (_roots[k], _roots[_kept + k]) = (T.CreateChecked(re / 2), T.CreateChecked(im / 2));
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
    /// <param name="x">Gets the bins; may be z.</param>
    /// <param name="later">Where the next frame of a matrix would lie: the cache is asked for it; or null.</param>
    public void Unmix(Split<T> z, Split<T> x, T* later)
    {
        (T re, T im) = (z.Re[0], z.Im[0]);
        (x.Re[0], x.Im[0]) = (re + im, T.Zero);
        (x.Re[_points], x.Im[_points]) = (re - im, T.Zero);
        AllPairs<Unmixing<T>>(z, x, later);
    }

    /// <summary>The way back, scaled by 1/M; z may be x.</summary>
    public void Mix(Split<T> x, Split<T> z)
    {
        T scale = T.CreateChecked(0.5) / T.CreateChecked(_points), first = x.Re[0], last = x.Re[_points];
        (z.Re[0], z.Im[0]) = ((first + last) * scale, (first - last) * scale);
        AllPairs<Mixing<T>>(x, z, null);
    }

    private void AllPairs<TPass>(Split<T> from, Split<T> to, T* later)
        where TPass : struct, IRealPass<T>
    {
        fixed (T* roots = _roots)
        {
            var w = new Split<T>(roots, roots + _kept);
            if (_kept > Pairs)
                Run<TPass>(new(from, to, w, _points, later), (1, Pairs));
            else
                Blocks<TPass>(from, to, w, later);
        }
    }

    /// <summary>Where only the first roots are kept, they are turned to those of one block of pairs after the other.</summary>
    [SkipLocalsInit]
    private void Blocks<TPass>(Split<T> from, Split<T> to, Split<T> w, T* later)
        where TPass : struct, IRealPass<T>
    {
        T* space = stackalloc T[2 * BlockLength];
        var turned = new Split<T>(space, space + BlockLength);
        Span<T> re = new(turned.Re, BlockLength), im = new(turned.Im, BlockLength);
        ReadOnlySpan<T> wr = new(w.Re, BlockLength), wi = new(w.Im, BlockLength);
        for (int k = 1; k <= Pairs; k += BlockLength)
        {
            (double Re, double Im) root = _all[k];
            (T a, T b) = (T.CreateChecked(root.Re), T.CreateChecked(root.Im));
            TensorPrimitives.Multiply(wi, -b, re);
            TensorPrimitives.MultiplyAdd(wr, a, re, re);
            TensorPrimitives.Multiply(wr, b, im);
            TensorPrimitives.MultiplyAdd(wi, a, im, im);
            Run<TPass>(new(from, to, turned + -k, _points, later), (k, Math.Min(k + BlockLength - 1, Pairs)));
        }
    }

    private static void Run<TPass>(RealPairs<T> pairs, (int From, int To) range)
        where TPass : struct, IRealPass<T>
    {
        if (Vector512.IsHardwareAccelerated)
            range.From = TPass.Run<Lane512<T>>(pairs, range);
        if (Vector256.IsHardwareAccelerated)
            range.From = TPass.Run<Lane256<T>>(pairs, range);
        if (Vector128.IsHardwareAccelerated)
            range.From = TPass.Run<Lane128<T>>(pairs, range);
        TPass.Run<Lane1<T>>(pairs, range);
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
}
