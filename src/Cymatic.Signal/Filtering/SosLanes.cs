using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Cymatic.Signal;

/// <summary>Recursive filters forwards and backwards, as many channels at once as a vector of float64 has places.</summary>
/// <remarks>
/// A recursion has to wait for its own last result, one channel as long as eight. Sections are in the transposed direct form II with the
/// output put in: s₁' = (b₁ − a₁b₀) x + s₂ − a₁s₁ and s₂' = (b₂ − a₂b₀) x − a₂s₁, so that a sample waits for one product.
/// </remarks>
internal static unsafe class SosLanes
{
    private const int RowsPerBlock = 256;

    /// <summary>Channels in a group.</summary>
    public static int Width => ComplexKernels.Widest<double>();

    /// <summary>The filtered channels of a group, all of one length, turned around at both ends.</summary>
    /// <param name="group">At most <see cref="Width"/> channels.</param>
    /// <param name="filter">Its sections, and their states when a constant 1 has come for ever.</param>
    /// <param name="pad">Samples that are turned around, fewer than a channel has.</param>
    public static T[][] BothWays<T>(ReadOnlySpan<T[]> group, (Section[] Sections, (double First, double Second)[] Settled) filter, int pad)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated)
            return BothWays<T, Lane512<double>>(group, filter, pad);
        return Vector256.IsHardwareAccelerated
            ? BothWays<T, Lane256<double>>(group, filter, pad)
            : BothWays<T, Lane128<double>>(group, filter, pad);
    }

    private static T[][] BothWays<T, TLane>(ReadOnlySpan<T[]> group, (Section[] Sections, (double, double)[] Settled) filter, int pad)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TLane : unmanaged, ILane<TLane, double>
    {
        int length = group[0].Length, rows = length + (2 * pad);
        double[] memory = ArrayPool<double>.Shared.Rent(checked(rows * TLane.Count));
        var results = new T[group.Length][];
        fixed (double* x = memory)
        {
            for (int channel = 0; channel < TLane.Count; channel++)
                Fill<T>(group[Math.Min(channel, group.Length - 1)], x + ((nint)pad * TLane.Count) + channel, TLane.Count, pad);
            Run<TLane>(x, rows, 1, filter);
            Run<TLane>(x + ((nint)(rows - 1) * TLane.Count), rows, -1, filter);
            for (int channel = 0; channel < group.Length; channel++)
            {
                T[] result = results[channel] = GC.AllocateUninitializedArray<T>(length);
                double* from = x + ((nint)pad * TLane.Count) + channel;
                for (int n = 0; n < length; n++, from += TLane.Count)
                    result[n] = T.CreateTruncating(*from);
            }
        }

        ArrayPool<double>.Shared.Return(memory);
        return results;
    }

    /// <summary>Writes a channel into its column, and turned around its first and last sample before and behind.</summary>
    private static void Fill<T>(ReadOnlySpan<T> samples, double* target, int stride, int pad)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double first = double.CreateTruncating(samples[0]), last = double.CreateTruncating(samples[^1]);
        double* at = target;
        for (int n = 0; n < samples.Length; n++, at += stride)
            *at = double.CreateTruncating(samples[n]);
        for (int n = 1; n <= pad; n++, at += stride)
        {
            *at = (2 * last) - double.CreateTruncating(samples[^(n + 1)]);
            target[-(nint)n * stride] = (2 * first) - double.CreateTruncating(samples[n]);
        }
    }

    /// <summary>Filters rows in place, from the first on, in one direction: some rows at a time through all sections, two by two.</summary>
    private static void Run<TLane>(double* x, int rows, int direction, (Section[] Sections, (double First, double Second)[] Settled) filter)
        where TLane : unmanaged, ILane<TLane, double>
    {
        int count = filter.Sections.Length;
        nint step = direction * TLane.Count;
        TLane start = TLane.Load(x);
        Coefficients<TLane>* sections = stackalloc Coefficients<TLane>[count];
        for (int i = 0; i < count; i++)
            sections[i] = new(filter.Sections[i], TLane.All(filter.Settled[i].First) * start, TLane.All(filter.Settled[i].Second) * start);
        for (int row = 0; row < rows; row += RowsPerBlock)
        {
            int block = Math.Min(RowsPerBlock, rows - row);
            int i = 0;
            for (; i < count - 1; i += 2)
                Two(x + (row * step), block, step, sections + i);
            if (i < count)
                One(x + (row * step), block, step, sections + i);
        }
    }

    private static void Two<TLane>(double* x, int rows, nint step, Coefficients<TLane>* sections)
        where TLane : unmanaged, ILane<TLane, double>
    {
        Coefficients<TLane> a = sections[0], b = sections[1];
        TLane a1 = a.First, a2 = a.Second, b1 = b.First, b2 = b.Second;
        for (; rows > 0; rows--, x += step)
        {
            TLane input = TLane.Load(x), between = TLane.MultiplyAdd(a.B0, input, a1), output = TLane.MultiplyAdd(b.B0, between, b1);
            output.Store(x);
            TLane next = TLane.SubtractProduct(a.A1, a1, TLane.MultiplyAdd(a.C1, input, a2));
            (a1, a2) = (next, TLane.SubtractProduct(a.A2, a1, a.C2 * input));
            next = TLane.SubtractProduct(b.A1, b1, TLane.MultiplyAdd(b.C1, between, b2));
            (b1, b2) = (next, TLane.SubtractProduct(b.A2, b1, b.C2 * between));
        }

        (sections[0].First, sections[0].Second, sections[1].First, sections[1].Second) = (a1, a2, b1, b2);
    }

    private static void One<TLane>(double* x, int rows, nint step, Coefficients<TLane>* section)
        where TLane : unmanaged, ILane<TLane, double>
    {
        Coefficients<TLane> a = *section;
        TLane a1 = a.First, a2 = a.Second;
        for (; rows > 0; rows--, x += step)
        {
            TLane input = TLane.Load(x);
            TLane.MultiplyAdd(a.B0, input, a1).Store(x);
            TLane next = TLane.SubtractProduct(a.A1, a1, TLane.MultiplyAdd(a.C1, input, a2));
            (a1, a2) = (next, TLane.SubtractProduct(a.A2, a1, a.C2 * input));
        }

        (section->First, section->Second) = (a1, a2);
    }

    /// <summary>A section in every place, and its state.</summary>
    private struct Coefficients<TLane>(Section s, TLane first, TLane second)
        where TLane : unmanaged, ILane<TLane, double>
    {
        public readonly TLane B0 = TLane.All(s.B0), A1 = TLane.All(s.A1), A2 = TLane.All(s.A2);
        public readonly TLane C1 = TLane.All(s.B1 - (s.A1 * s.B0)), C2 = TLane.All(s.B2 - (s.A2 * s.B0));
        public TLane First = first, Second = second;
    }
}
