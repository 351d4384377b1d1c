using System.Buffers;
using System.Numerics.Tensors;

namespace Cymatic.Mosaic;

/// <summary>A sound at the rate of the analysis, cut into units. Nothing lies before it or after it but silence.</summary>
internal sealed class UnitSound : IDisposable
{
    private readonly Table<Half> _samples;
    private readonly UnitGrid? _grid;
    private readonly UnitSpan[] _spans = [];
    private readonly double _shift;

    /// <summary>Units on a grid, from <paramref name="shift"/> seconds on.</summary>
    public UnitSound(Table<Half> samples, UnitGrid grid, int count, double shift = 0) =>
        (_samples, _grid, Count, _shift) = (samples, grid, count, shift);

    /// <summary>Units wherever they are.</summary>
    public UnitSound(Table<Half> samples, UnitSpan[] spans) => (_samples, _spans, Count) = (samples, spans, spans.Length);

    /// <summary>Number of units.</summary>
    public int Count { get; }

    /// <summary>The samples, which whoever made them disposes of.</summary>
    public Table<Half> Samples => _samples;

    /// <summary>Samples of each unit where all are as long as each other; else null.</summary>
    public int? Length => _grid is { } grid ? LengthOf(0, grid) : null;

    /// <summary>What all units sound like, where they were heard already.</summary>
    public HeardUnits? Heard { get; set; }

    /// <summary>When a unit sounds.</summary>
    public UnitSpan this[int unit] => _grid is { } grid
        ? new(grid.Rate.TimeOf(unit) + _shift, grid.Rate.TimeOf(unit + 1) - grid.Rate.TimeOf(unit))
        : _spans[unit];

    /// <summary>How many samples of a unit are heard.</summary>
    public int LengthOf(int unit) => LengthOf(unit, _grid);

    /// <summary>The samples of a unit that are heard, from <paramref name="lag"/> seconds later on; as many as the target takes.</summary>
    public void Read(int unit, Span<float> target, double lag = 0) => Read(FirstSampleOf(unit, lag), target);

    /// <summary>The first sample of a unit that is heard, from <paramref name="lag"/> seconds later on.</summary>
    public long FirstSampleOf(int unit, double lag = 0) => Analysis.SampleAt(this[unit].Start - (_grid?.Margin ?? 0) + lag);

    /// <summary>Any samples.</summary>
    public void Read(long first, Span<float> target)
    {
        long from = Math.Clamp(first, 0, _samples.Rows), to = Math.Clamp(first + target.Length, from, _samples.Rows);
        int count = (int)(to - from), before = (int)Math.Clamp(-first, 0, target.Length);
        target.Clear();
        if (count == 0)
            return;
        Half[] halves = ArrayPool<Half>.Shared.Rent(count);
        _samples.Read(from, halves.AsSpan(0, count));
        TensorPrimitives.ConvertToSingle(halves.AsSpan(0, count), target.Slice(before, count));
        ArrayPool<Half>.Shared.Return(halves);
    }

    /// <inheritdoc/>
    public void Dispose() => _samples.Dispose();

    private int LengthOf(int unit, UnitGrid? grid) => grid is { } g
        ? Math.Max(1, (int)Math.Round((g.Rate.Seconds + (2 * g.Margin)) * Analysis.SampleRate))
        : Math.Max(1, (int)Math.Round(_spans[unit].Duration * Analysis.SampleRate));
}
