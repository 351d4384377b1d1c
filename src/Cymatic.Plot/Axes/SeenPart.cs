namespace Cymatic.Plot;

/// <summary>Finds what axes show: the given limits, else what their marks need.</summary>
internal static class SeenPart
{
    private const double Margin = 0.05, Farthest = 1e300;

    internal static Shown X(IEnumerable<Axes> shared, Axis axis) => Of(
        axis, [.. Reaches(shared).Select(reach => (reach.X, reach.FirmX))], downwards: false);

    internal static Shown Y(IEnumerable<Axes> shared, Axis axis)
    {
        Reach[] reaches = [.. Reaches(shared)];
        return Of(axis, [.. reaches.Select(reach => (reach.Y, reach.FirmY))], reaches.Any(reach => reach.Downwards));
    }

    private static IEnumerable<Reach> Reaches(IEnumerable<Axes> shared) =>
        shared.SelectMany(axes => axes.Marks.Select(mark => mark.AtTime(0).Reach(axes.X.Scale, axes.Y.Scale)));

    private static Shown Of(Axis axis, (Interval Part, IReadOnlyList<double> Firm)[] needs, bool downwards)
    {
        Scale scale = axis.Scale;
        Interval data = needs.Aggregate(Interval.Empty, (all, need) => all.Union(need.Part));
        double[] firm = [.. needs.SelectMany(need => need.Firm)];
        (double from, double to) = data.IsEmpty ? (scale.Default.Least, scale.Default.Greatest) : WithMargins(scale, data, firm);
        from = axis.Limits.From ?? (axis.Limits.To is { } above && !(from < above) ? Below(scale, above) : from);
        to = axis.Limits.To ?? (to > from ? to : scale.Number(scale.Place(from) + 1));
        Check(scale, axis.Limits);
        if (!(Math.Abs(scale.Place(to) - scale.Place(from)) > 1e-12 * (Math.Abs(scale.Place(to)) + Math.Abs(scale.Place(from)))))
            (from, to) = Around(scale, from, to);
        bool given = axis.Limits is { From: not null, To: not null };
        return axis.Inverted != (downwards && !given) ? new(to, from) : new(from, to);
    }

    private static void Check(Scale scale, Limits limits)
    {
        if (scale.IsPositive && (limits.From <= 0 || limits.To <= 0))
            throw new ArgumentException($"A logarithmic axis has no place for limits from {limits.From} to {limits.To}.", nameof(limits));
    }

    private static double Below(Scale scale, double above) => scale.Number(scale.Place(above) - 1);

    private static (double From, double To) WithMargins(Scale scale, Interval data, double[] firm)
    {
        double least = Math.Max(data.Least, -Farthest), greatest = Math.Min(data.Greatest, Farthest);
        if (least == greatest)
            return Around(scale, least, greatest);
        double from = scale.Place(least), to = scale.Place(greatest), margin = Margin * (to - from);
        double lower = firm.Contains(data.Least) ? least : scale.Number(from - margin);
        double upper = firm.Contains(data.Greatest) ? greatest : scale.Number(to + margin);
        return (lower, upper);
    }

    // A single number, or limits that are equal: shown in the middle.
    private static (double From, double To) Around(Scale scale, double from, double to)
    {
        double middle = scale.Place(from), reach = Math.Max(0.5, Math.Abs(middle) * 0.05);
        return to >= from ? (scale.Number(middle - reach), scale.Number(middle + reach))
            : (scale.Number(middle + reach), scale.Number(middle - reach));
    }
}
