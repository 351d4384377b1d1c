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
        var extended = new T[checked(before + samples.Length + after)];
        samples.CopyTo(extended.AsSpan(before));
        if (samples.IsEmpty || padding == EdgePadding.Zero)
            return extended;
        T first = samples[0], last = samples[^1];
        for (int i = 1; i <= before; i++)
            extended[before - i] = padding == EdgePadding.Edge ? first : i < samples.Length ? first + first - samples[i] : T.Zero;
        int end = before + samples.Length;
        for (int i = 1; i <= after; i++)
            extended[end + i - 1] = padding == EdgePadding.Edge ? last : i < samples.Length ? last + last - samples[^(i + 1)] : T.Zero;
        return extended;
    }
}
