namespace Cymatic.Plot;

/// <summary>Ticks at round numbers: multiples of 1, 2, 2.5 or 5 times a power of ten, not of 2.5: things are counted whole.</summary>
internal sealed record LinearTicks : Ticks
{
    private static readonly (double Factor, int Parts)[] Steps = [(0.5, 5), (1, 5), (2, 4), (2.5, 5), (5, 5), (10, 5)];

    internal static LinearTicks Instance { get; } = new();

    internal override TickSet Locate(TickRoom room)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10((room.Greatest - room.Least) / Math.Max(1, room.Labels))));
        if (!(power > 0) || !double.IsFinite(power))
            return new([]);
        var (factor, parts) =
            Array.Find(Steps, step => Count(room, step.Factor * power) <= Math.Max(2, room.Labels) && step.Factor * power != 2.5)
                is var found and not (0, 0) ? found : (20, 4);
        double[] values = Multiples(room, factor * power);
        NumberFormat format = NumberFormat.For(values);
        List<Tick> ticks = [.. values.Select(value => new Tick(value, format.Write(value)))];
        foreach (double value in Multiples(room, factor * power / parts))
        {
            double major = Math.Round(value / (factor * power)) * factor * power;
            if (Math.Abs(value - major) > factor * power * 1e-6)
                ticks.Add(new(value, null));
        }

        return new(ticks, format.Common);
    }

    /// <summary>How many multiples of a step lie in a part.</summary>
    internal static double Count(TickRoom room, double step) =>
        Math.Floor(room.Greatest / step + 1e-6) - Math.Ceiling(room.Least / step - 1e-6) + 1;

    /// <summary>The multiples of a step in a part; none when there is no room for them among the floating-point numbers.</summary>
    internal static double[] Multiples(TickRoom room, double step)
    {
        double slack = step * 1e-6, first = Math.Ceiling((room.Least - slack) / step), last = Math.Floor((room.Greatest + slack) / step);
        if (!(last - first < 10 * Ticks.Most) || first + 1 == first || !double.IsFinite(step))
            return [];
        var values = new double[(int)Math.Max(0, last - first + 1)];
        for (int i = 0; i < values.Length; i++)
            values[i] = Round((first + i) * step, step);
        return values;
    }

    // 3 · 0.1 is written 0.3, not 0.30000000000000004.
    private static double Round(double value, double step)
    {
        int digits = (int)Math.Ceiling(-Math.Log10(step)) + 3;
        return digits is >= 0 and <= 15 ? Math.Round(value, digits) : value;
    }
}
