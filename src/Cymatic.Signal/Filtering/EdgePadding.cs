using System.Numerics;

namespace Cymatic.Signal;

/// <summary>What a filter sees beyond the ends of samples.</summary>
public enum EdgePadding
{
    /// <summary>The samples turned around their first and last one; silence where these run out. MNE's "reflect_limited".</summary>
    ReflectLimited,

    /// <summary>The first and the last sample.</summary>
    Edge,

    /// <summary>Silence.</summary>
    Zero,
}

internal static class EdgePaddingExtensions
{
    /// <summary>The samples with more on both sides.</summary>
    public static T[] Extend<T>(this EdgePadding padding, ReadOnlySpan<T> samples, int before, int after)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] extended = GC.AllocateUninitializedArray<T>(checked(before + samples.Length + after));
        padding.Pick(samples, -before, 1, extended);
        return extended;
    }

    /// <summary>Samples number start, start + step, …, also from beyond the ends.</summary>
    public static void Pick<T>(this EdgePadding padding, ReadOnlySpan<T> samples, long start, int step, Span<T> target)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int first = (int)Math.Clamp((-start + step - 1) / step, 0, target.Length);
        int end = (int)Math.Clamp((samples.Length - start + step - 1) / step, first, target.Length);
        for (int n = 0; n < first; n++)
            target[n] = padding.Beyond(samples, start + ((long)n * step));
        if (step == 1 && end > first)
        {
            samples.Slice((int)(start + first), end - first).CopyTo(target[first..]);
        }
        else
        {
            int at = (int)(start + ((long)first * step));
            for (int n = first; n < end; n++, at += step)
                target[n] = samples[at];
        }

        for (int n = end; n < target.Length; n++)
            target[n] = padding.Beyond(samples, start + ((long)n * step));
    }

    private static T Beyond<T>(this EdgePadding padding, ReadOnlySpan<T> samples, long at)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (samples.IsEmpty || padding == EdgePadding.Zero)
            return T.Zero;
        T end = at < 0 ? samples[0] : samples[^1];
        long mirrored = at < 0 ? -at : (2L * (samples.Length - 1)) - at;
        if (padding == EdgePadding.Edge)
            return end;
        return mirrored >= 0 && mirrored < samples.Length ? end + end - samples[(int)mirrored] : T.Zero;
    }
}
