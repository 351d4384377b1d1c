using System.Globalization;

namespace Cymatic.Plot;

/// <summary>Ticks at round times, written as 20 ms, 1.5 s, 2:30 or 1:02:30 by their distance.</summary>
internal sealed record TimeTicks : Ticks
{
    private static readonly (double Step, int Parts)[] Long =
        [(1, 5), (2, 4), (5, 5), (10, 5), (15, 3), (30, 3), (60, 6), (120, 4), (300, 5), (600, 5), (900, 3), (1800, 3), (3600, 6)];

    internal static TimeTicks Instance { get; } = new();

    internal override TickSet Locate(TickRoom room)
    {
        double rough = (room.Greatest - room.Least) / Math.Max(1, room.Labels),
            reach = Math.Max(Math.Abs(room.Least), Math.Abs(room.Greatest));
        if (rough < 1e-6 || rough > 2 * Long[^1].Step)
            return LinearTicks.Instance.Locate(room);
        var (step, parts) = rough > 0.5 ? Array.Find(Long, entry => LinearTicks.Count(room, entry.Step) <= Math.Max(2, room.Labels))
            : Short(rough);
        if (step == 0)
            (step, parts) = (2 * Long[^1].Step, 2);
        List<Tick> ticks = [.. LinearTicks.Multiples(room, step).Select(time => new Tick(time, Label(time, step, reach)))];
        foreach (double time in LinearTicks.Multiples(room, step / parts))
        {
            if (Math.Abs(time / step - Math.Round(time / step)) > 1e-6)
                ticks.Add(new(time, null));
        }

        return new(ticks);
    }

    private static (double Step, int Parts) Short(double rough)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return rough <= power * 1.000001 ? (power, 5) : rough <= 2 * power ? (2 * power, 4) : rough <= 5 * power ? (5 * power, 5)
            : (10 * power, 5);
    }

    private static string Label(double time, double step, double reach)
    {
        string sign = time < 0 ? "−" : "";
        time = Math.Abs(time);
        if (reach < 1)
            return time == 0 ? "0" : sign + (time * 1000).ToString("0.###", CultureInfo.InvariantCulture) + " ms";
        int decimals = step >= 1 ? 0 : (int)Math.Ceiling(-Math.Log10(step) - 1e-9);
        if (reach < 60)
            return time == 0 ? "0" : sign + time.ToString("F" + decimals, CultureInfo.InvariantCulture) + " s";
        long minutes = (long)Math.Floor(time / 60 + 1e-9);
        string pattern = decimals == 0 ? "00"
            : "00." + new string('0', decimals), seconds = (time - 60 * minutes).ToString(pattern, CultureInfo.InvariantCulture);
        return reach < 3600
            ? string.Create(CultureInfo.InvariantCulture, $"{sign}{minutes}:{seconds}")
            : string.Create(CultureInfo.InvariantCulture, $"{sign}{minutes / 60}:{minutes % 60:00}:{seconds}");
    }
}
