using System.Numerics;
using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>A recursive filter for samples that come in blocks: the very numbers of <see cref="SosFilter.Apply{T}"/>, at once.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class RunningSos<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly SosFilter _filter;
    private readonly (double, double)[] _states;

    /// <summary>A stream with silence before it.</summary>
    public RunningSos(SosFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        (_filter, _states) = (filter, new (double, double)[filter.Sections.Count]);
    }

    /// <summary>Filters the next samples; both spans may be the same.</summary>
    /// <exception cref="ArgumentException">The spans are not as long as each other.</exception>
    public void Push(ReadOnlySpan<T> samples, Span<T> filtered)
    {
        if (filtered.Length != samples.Length)
            throw new ArgumentException($"{filtered.Length} samples cannot take {samples.Length} filtered ones.", nameof(filtered));
        using var scratch = new Rented<double>(samples.Length);
        TensorPrimitives.ConvertTruncating<T, double>(samples, scratch.Span);
        _filter.Run(scratch.Span, _states);
        TensorPrimitives.ConvertTruncating<double, T>(scratch.Span, filtered);
    }
}
