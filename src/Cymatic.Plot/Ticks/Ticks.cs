namespace Cymatic.Plot;

/// <summary>Where an axis has its ticks, and what is written beside them.</summary>
public abstract record Ticks
{
    /// <summary>More ticks than this are never drawn on an axis.</summary>
    internal const int Most = 1000;

    private protected Ticks()
    {
    }

    /// <summary>No tick.</summary>
    public static Ticks None { get; } = new FixedTicks([]);

    /// <summary>A tick at every multiple of a step. Labels that would touch are left out, and ticks when there are too many.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A step that is not positive and finite.</exception>
    public static Ticks Every(double step) => new EveryTicks(step);

    /// <summary>Ticks at these numbers.</summary>
    public static Ticks At(params IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new FixedTicks([.. values.Select(value => (value, (string?)null))]);
    }

    /// <summary>Ticks at these numbers with these labels.</summary>
    public static Ticks Labelled(params IReadOnlyList<(double Value, string Label)> ticks)
    {
        ArgumentNullException.ThrowIfNull(ticks);
        return new FixedTicks([.. ticks.Select(tick => (tick.Value, (string?)tick.Label))]);
    }

    /// <summary>The ticks of an axis with room for so many labels.</summary>
    internal abstract TickSet Locate(TickRoom room);

    /// <summary>Whether fewer ticks can be had by asking for fewer.</summary>
    internal virtual bool Adapts => true;
}

/// <summary>A tick and its label; a minor one has none.</summary>
internal readonly record struct Tick(double Value, string? Label)
{
    internal bool IsMinor => Label is null;
}

/// <summary>The ticks of an axis, and what all labels have in common: "×10⁶".</summary>
internal readonly record struct TickSet(IReadOnlyList<Tick> Ticks, string? Common = null);

/// <summary>The part of an axis that ticks are wanted for.</summary>
/// <param name="Least">The lower limit.</param>
/// <param name="Greatest">The upper limit.</param>
/// <param name="Labels">How many labels have room, at least 1.</param>
internal readonly record struct TickRoom(double Least, double Greatest, int Labels)
{
    /// <summary>Whether a number lies in the part, with some rounding.</summary>
    internal bool Holds(double value)
    {
        double slack = (Greatest - Least) * 1e-9;
        return value >= Least - slack && value <= Greatest + slack;
    }
}
