namespace Cymatic.Plot;

/// <summary>Ticks at powers of ten, with 2 to 9 times them as minor ones; over less than a decade at round numbers.</summary>
internal sealed record LogTicks : Ticks
{
    internal static LogTicks Instance { get; } = new();

    internal override TickSet Locate(TickRoom room)
    {
        if (!(room.Least > 0))
            return new([]);
        int from = (int)Math.Ceiling(Math.Log10(room.Least) - 1e-9), to = (int)Math.Floor(Math.Log10(room.Greatest) + 1e-9);
        int decades = to - from + 1;
        if (decades < 2)
            return Inside(room, from);
        int stride = (decades + room.Labels - 1) / Math.Max(1, room.Labels);
        bool plain = from >= -3 && to <= 4;
        List<Tick> ticks = [];
        for (int exponent = from; exponent <= to; exponent++)
        {
            bool labelled = exponent % stride == 0;
            ticks.Add(new(Math.Pow(10, exponent), labelled ? NumberFormat.PowerOfTen(exponent, plain) : null));
        }

        if (stride == 1)
            ticks.AddRange(Minor(room, from - 1, to));
        return new(ticks);
    }

    internal static IEnumerable<Tick> Minor(TickRoom room, int from, int to)
    {
        for (int exponent = from; exponent <= to; exponent++)
        {
            for (int times = 2; times < 10; times++)
            {
                double value = times * Math.Pow(10, exponent);
                if (room.Holds(value))
                    yield return new(value, null);
            }
        }
    }

    // At most one power of ten is in sight: 1, 2, 5 times powers of ten when there are three of them, else round numbers.
    private static TickSet Inside(TickRoom room, int from)
    {
        double[] values =
            [.. Enumerable.Range(from - 1, 3).SelectMany(e => (double[])[1, 2, 5], (e, times) => times * Math.Pow(10, e))
                .Where(room.Holds)];
        if (values.Length < 3 || values.Length > room.Labels)
            return LinearTicks.Instance.Locate(room);
        NumberFormat format = NumberFormat.For(values);
        return new([.. values.Select(value => new Tick(value, format.Write(value))),
            .. Minor(room, from - 1, from + 1).ExceptBy(values, tick => tick.Value)], format.Common);
    }
}

/// <summary>Ticks at 0, at powers of ten of both signs, and at the threshold.</summary>
internal sealed record SymlogTicks(double Threshold) : Ticks
{
    internal override TickSet Locate(TickRoom room)
    {
        double reach = Math.Max(Math.Abs(room.Least), Math.Abs(room.Greatest));
        if (reach <= Threshold)
            return LinearTicks.Instance.Locate(room);
        int from = (int)Math.Ceiling(Math.Log10(Threshold) - 1e-9), to = (int)Math.Floor(Math.Log10(reach) + 1e-9);
        int wanted = 2 * (to - from + 1) + 1, stride = (wanted + room.Labels - 1) / Math.Max(1, room.Labels);
        bool plain = from >= -3 && to <= 4;
        List<Tick> ticks = [new(0, "0")];
        for (int exponent = to; exponent >= from; exponent--)
        {
            double value = Math.Pow(10, exponent);
            string? label = (to - exponent) % stride == 0 ? NumberFormat.PowerOfTen(exponent, plain) : null;
            ticks.Add(new(value, label));
            ticks.Add(new(-value, label is null ? null : "−" + label));
        }

        if (stride == 1)
        {
            TickRoom both = new(-reach, reach, room.Labels);
            Tick[] minor = [.. LogTicks.Minor(both, from, to)];
            ticks.AddRange(minor);
            ticks.AddRange(minor.Select(tick => new Tick(-tick.Value, null)));
        }

        return new([.. ticks.Where(tick => room.Holds(tick.Value))]);
    }
}
