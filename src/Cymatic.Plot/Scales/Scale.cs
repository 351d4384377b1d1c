using Cymatic.Signal;

namespace Cymatic.Plot;

/// <summary>How numbers are spread along an axis.</summary>
public abstract record Scale
{
    private protected Scale()
    {
    }

    /// <summary>Equal differences, equal distances.</summary>
    public static Scale Linear { get; } = new LinearScale();

    /// <summary>Equal ratios, equal distances; only positive numbers have a place.</summary>
    public static Scale Log { get; } = new LogScale();

    /// <summary>Hz by mel, as the ear spreads them (Slaney's formula): straight below 1 kHz, logarithmic above.</summary>
    public static Scale Mel { get; } = new HertzByMel();

    /// <summary>Hz by musical notes: an octave is a distance, and ticks are notes (A4 = 440 Hz).</summary>
    public static Scale Notes { get; } = new NoteScale();

    /// <summary>Seconds, with ticks such as 20 ms, 1.5 s or 2:30.</summary>
    public static Scale Time { get; } = new TimeScale();

    /// <summary>Straight between ±<paramref name="threshold"/>, logarithmic on both sides.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A threshold that is not positive and finite.</exception>
    public static Scale Symlog(double threshold = 1) => new SymlogScale(threshold);

    /// <summary>The labelled ticks of an axis of this scale from one number to another, both included.</summary>
    /// <param name="from">Where the axis begins.</param>
    /// <param name="to">Where it ends; more than <paramref name="from"/>.</param>
    /// <param name="labels">How many labels have room, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end before the beginning, or room for no label.</exception>
    public IReadOnlyList<(double Value, string Label)> TicksBetween(double from, double to, int labels)
    {
        if (!(to > from) || !double.IsFinite(to - from))
            throw new ArgumentOutOfRangeException(nameof(to), to, $"An axis from {from} must end above it.");
        ArgumentOutOfRangeException.ThrowIfLessThan(labels, 1);
        return [.. Ticks.Locate(new(from, to, labels)).Ticks.Where(tick => !tick.IsMinor).Select(tick => (tick.Value, tick.Label!))];
    }

    /// <summary>Where the axis puts its ticks unless told otherwise.</summary>
    internal abstract Ticks Ticks { get; }

    /// <summary>Whether positions are the numbers themselves.</summary>
    internal virtual bool IsStraight => false;

    /// <summary>Whether only positive numbers have a place.</summary>
    internal virtual bool IsPositive => false;

    /// <summary>The place of a number: rises with it; not finite where it has none.</summary>
    internal abstract double Place(double value);

    /// <summary>The number at a place.</summary>
    internal abstract double Number(double place);

    /// <summary>What is shown when there are no data.</summary>
    internal virtual Interval Default => new(0, 1);
}

internal sealed record LinearScale : Scale
{
    internal override Ticks Ticks => LinearTicks.Instance;

    internal override bool IsStraight => true;

    internal override double Place(double value) => value;

    internal override double Number(double place) => place;
}

internal sealed record TimeScale : Scale
{
    internal override Ticks Ticks => TimeTicks.Instance;

    internal override bool IsStraight => true;

    internal override double Place(double value) => value;

    internal override double Number(double place) => place;
}

internal sealed record LogScale : Scale
{
    internal override Ticks Ticks => LogTicks.Instance;

    internal override bool IsPositive => true;

    internal override Interval Default => new(1, 10);

    internal override double Place(double value) => value > 0 ? Math.Log10(value) : double.NaN;

    internal override double Number(double place) => Math.Pow(10, place);
}

internal sealed record NoteScale : Scale
{
    internal override Ticks Ticks => NoteTicks.Instance;

    internal override bool IsPositive => true;

    internal override Interval Default => new(55, 880);

    internal override double Place(double value) => value > 0 ? Math.Log2(value) : double.NaN;

    internal override double Number(double place) => Math.Pow(2, place);
}

internal sealed record HertzByMel : Scale
{
    internal override Ticks Ticks => HertzTicks.Instance;

    internal override Interval Default => new(0, 8000);

    // Below 0 the straight part goes on: limits with a margin have a place too.
    internal override double Place(double value) => MelScale.FromHz(value);

    internal override double Number(double place) => MelScale.ToHz(place);
}

internal sealed record SymlogScale(double Threshold) : Scale
{
    public double Threshold { get; } = Threshold > 0 && double.IsFinite(Threshold)
        ? Threshold
        : throw new ArgumentOutOfRangeException(nameof(Threshold), Threshold, "A threshold must be positive.");

    internal override Ticks Ticks => new SymlogTicks(Threshold);

    internal override double Place(double value)
    {
        double size = Math.Abs(value) / Threshold;
        return double.IsNaN(value) ? double.NaN : Math.Sign(value) * (size <= 1 ? size : 1 + Math.Log10(size));
    }

    internal override double Number(double place)
    {
        double size = Math.Abs(place);
        return Math.Sign(place) * Threshold * (size <= 1 ? size : Math.Pow(10, size - 1));
    }
}
