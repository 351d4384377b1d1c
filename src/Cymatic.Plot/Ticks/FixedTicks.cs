namespace Cymatic.Plot;

/// <summary>Ticks where somebody wants them.</summary>
internal sealed record FixedTicks(IReadOnlyList<(double Value, string? Label)> Wanted) : Ticks
{
    internal override bool Adapts => false;

    internal override TickSet Locate(TickRoom room)
    {
        (double Value, string? Label)[] seen = [.. Wanted.Where(tick => room.Holds(tick.Value)).OrderBy(tick => tick.Value)];
        if (seen.Length > Most)
            seen = [.. seen.Where((_, i) => i % (seen.Length / Most + 1) == 0)];
        NumberFormat format = NumberFormat.For([.. seen.Where(tick => tick.Label is null).Select(tick => tick.Value)]);
        bool plain = seen.All(tick => tick.Label is null);
        return new([.. seen.Select(tick => new Tick(tick.Value, tick.Label ?? format.Write(tick.Value)))], plain ? format.Common : null);
    }
}

/// <summary>Ticks at the multiples of a step.</summary>
internal sealed record EveryTicks(double Step) : Ticks
{
    public double Step { get; } = Step > 0 && double.IsFinite(Step)
        ? Step
        : throw new ArgumentOutOfRangeException(nameof(Step), Step, "A step between ticks must be positive.");

    internal override bool Adapts => false;

    internal override TickSet Locate(TickRoom room)
    {
        double step = Step * Math.Max(1, Math.Ceiling((room.Greatest - room.Least) / Step / Most));
        double[] values = LinearTicks.Multiples(room, step);
        NumberFormat format = NumberFormat.For(values);
        return new([.. values.Select(value => new Tick(value, format.Write(value)))], format.Common);
    }
}
