using System.Numerics;
using System.Runtime.Intrinsics;

namespace Cymatic.Signal;

/// <summary>Pinned samples, and what is added before and behind them; nothing is copied until it is asked for.</summary>
internal readonly unsafe struct PaddedSamples<T>(T* samples, int count, EdgePadding edges, int before)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Fills the target with every step-th of the padded samples from a place on.</summary>
    public void Pick(int start, int step, Span<T> target) =>
        edges.Pick(new ReadOnlySpan<T>(samples, count), start - (long)before, step, target);
}

/// <summary>A plan that turns padded samples into fewer or more by cutting or filling their spectrum.</summary>
/// <remarks>
/// A new length that divides the old one D times takes D transforms of the new length instead of a long one: of every D-th sample from the
/// d-th on, turned by w^(dk) and added up (the first step of Cooley and Tukey's algorithm). Cores share them, and bins above the cut are
/// never made.
/// </remarks>
internal sealed unsafe class SpectrumCut<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int MostParts = 32;
    private readonly int _length, _parts;
    private readonly RealFft<T> _forward, _back;
    private readonly PartTurns<T>? _turns;

    public SpectrumCut(int length, int newLength)
    {
        _length = length;
        _parts = length % newLength == 0 && length / newLength <= MostParts ? length / newLength : 1;
        _back = new(newLength);
        _forward = _parts > 1 ? _back : new(length);
        _turns = _parts > 1 ? new(length, _parts) : null;
    }

    /// <summary>Fills the result, of the new length; it has yet to be scaled by new length / old length.</summary>
    /// <param name="samples">With the padding as many as the old length.</param>
    /// <param name="result">The new length.</param>
    /// <param name="parallel">Whether several cores shall work on it.</param>
    public void Run(PaddedSamples<T> samples, Span<T> result, bool parallel)
    {
        // Real parts of a part, then imaginary ones, each from a cache line on.
        int bins = (Math.Max(_forward.Bins, _back.Bins) + 15) & ~15;
        using var scratch = new Scratch<T>(checked(2 * _parts * bins));
        fixed (T* memory = scratch)
        {
            T* spectra = Scratch<T>.Aligned(memory);
            var x = new Split<T>(spectra, spectra + bins);
            if (_turns is null)
            {
                new Span<T>(spectra, 2 * bins).Clear();
                Forward(samples, (0, 1), x);
            }
            else
            {
                Parts(samples, spectra, bins, parallel ? Environment.ProcessorCount : 1);
            }

            if (Math.Min(_length, result.Length) % 2 == 0 && _length != result.Length)
            {
                // The highest bin that both have stands for two, or for half, of the other's.
                int highest = Math.Min(_length, result.Length) / 2;
                T factor = T.CreateChecked(result.Length < _length ? 2.0 : 0.5);
                x.Re[highest] *= factor;
                x.Im[highest] *= factor;
            }

            if (_back.IsPacked)
                _back.InversePacked(x, result);
            else
                _back.Inverse(new(x.Re, _back.Bins), new(x.Im, _back.Bins), result);
        }
    }

    /// <summary>The spectrum of every step-th sample from a place on.</summary>
    private void Forward(PaddedSamples<T> samples, (int Start, int Step) which, Split<T> x)
    {
        int half = _forward.Length / 2;
        if (_forward.IsPacked)
        {
            samples.Pick(which.Start, 2 * which.Step, new(x.Re, half));
            samples.Pick(which.Start + which.Step, 2 * which.Step, new(x.Im, half));
            _forward.ForwardPacked(x);
            return;
        }

        using var time = new Rented<T>(_forward.Length);
        samples.Pick(which.Start, which.Step, time.Span);
        _forward.Forward(time.Span, new(x.Re, _forward.Bins), new(x.Im, _forward.Bins));
    }

    private void Parts(PaddedSamples<T> samples, T* spectra, int bins, int degree)
    {
        var cores = new ParallelOptions { MaxDegreeOfParallelism = degree };
        Parallel.For(0, _parts, cores, part =>
        {
            T* spectrum = spectra + (2L * part * bins);
            Forward(samples, (part, _parts), new(spectrum, spectrum + bins));
        });
        Parallel.For(0, (_back.Bins + PartTurns.Block - 1) / PartTurns.Block, cores, block => _turns!.Add(spectra, bins, block));
    }
}

/// <summary>What <see cref="PartTurns{T}"/> of all types share.</summary>
internal static class PartTurns
{
    /// <summary>Bins at a time, which share a table of turns.</summary>
    public const int Block = 1024;
}

/// <summary>Adds the spectra of every D-th sample up to that of all samples.</summary>
internal sealed unsafe class PartTurns<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int _parts;
    private readonly Roots _roots;
    private readonly T[] _table;

    public PartTurns(int length, int parts)
    {
        (_parts, _roots, _table) = (parts, new(length), new T[2 * parts * PartTurns.Block]);
        for (int part = 0; part < parts; part++)
        {
            for (int k = 0; k < PartTurns.Block; k++)
            {
                (double re, double im) = _roots[(long)part * k];
                int at = (2 * part * PartTurns.Block) + k;
                (_table[at], _table[at + PartTurns.Block]) = (T.CreateChecked(re), T.CreateChecked(im));
            }
        }
    }

    /// <summary>
    /// X[k] += w^(dk) F_d[k] for d = 1 … and the bins of a block; F_0 is X. Real parts of a part lie before imaginary ones.
    /// </summary>
    public void Add(T* spectra, int bins, int block)
    {
        int start = block * PartTurns.Block, count = Math.Min(PartTurns.Block, bins - start), done = 0;
        for (int part = 1; part < _parts; part++)
        {
            (double re, double im) = _roots[(long)part * start];
            var x = new Split<T>(spectra + start, spectra + bins + start);
            Split<T> f = x + (2 * (nint)part * bins);
            fixed (T* table = &_table[2 * part * PartTurns.Block])
            {
                var turns = new Split<T>(table, table + PartTurns.Block);
                (T, T) first = (T.CreateChecked(re), T.CreateChecked(im));
                done = Vector512.IsHardwareAccelerated ? Add<Lane512<T>>(x, f, turns, first, (0, count)) : 0;
                done = Vector256.IsHardwareAccelerated ? Add<Lane256<T>>(x, f, turns, first, (done, count)) : done;
                done = Add<Lane128<T>>(x, f, turns, first, (done, count));
                Add<Lane1<T>>(x, f, turns, first, (done, count));
            }
        }
    }

    private static int Add<TLane>(Split<T> x, Split<T> f, Split<T> turns, (T Re, T Im) first, (int From, int To) range)
        where TLane : unmanaged, ILane<TLane, T>
    {
        var turn = new Cx<T, TLane>(TLane.All(first.Re), TLane.All(first.Im));
        int k = range.From;
        for (; k <= range.To - TLane.Count; k += TLane.Count)
            x.Write(k, x.Read<TLane>(k) + (f.Read<TLane>(k) * (turns.Read<TLane>(k) * turn)));
        return k;
    }
}
