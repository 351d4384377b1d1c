namespace Cymatic.Plot;

/// <summary>The ticks of an axis with their labels laid out, none of which touch.</summary>
internal sealed class TickPlan
{
    private const double HorizontalRoom = 42, VerticalRoom = 32, MinorDistance = 3;

    private readonly bool _horizontal;
    private readonly Theme _theme;
    private readonly AxisProjection _projection;
    private readonly List<(double Place, RichText? Label)> _ticks = [];

    private TickPlan(AxisProjection projection, bool horizontal, Theme theme) =>
        (_projection, _horizontal, _theme) = (projection, horizontal, theme);

    /// <summary>A plan without ticks.</summary>
    internal static TickPlan None(AxisProjection projection, bool horizontal, Theme theme) => new(projection, horizontal, theme);

    /// <summary>Places of minor ticks.</summary>
    internal IReadOnlyList<double> Minor { get; private set; } = [];

    /// <summary>Places of ticks with their labels, null where one has no room.</summary>
    internal IReadOnlyList<(double Place, RichText? Label)> Labels => _ticks;

    /// <summary>What all labels have in common; null when nothing.</summary>
    internal string? Common { get; private set; }

    /// <summary>The greatest extent of a label across the axis.</summary>
    internal double Depth => _ticks.Max(tick => (double?)(_horizontal ? tick.Label?.Height : tick.Label?.Width)) ?? 0;

    /// <summary>How far labels reach beyond the axis at either side, in layout units.</summary>
    internal (double Before, double Behind) Overhang()
    {
        double low = Math.Min(_projection.Start, _projection.End), high = Math.Max(_projection.Start, _projection.End), before = 0,
            behind = 0;
        foreach (var (place, label) in _ticks)
        {
            double half = Along(label) / 2;
            before = Math.Max(before, low - (place - half));
            behind = Math.Max(behind, place + half - high);
        }

        return (before, behind);
    }

    /// <summary>Plans the ticks of an axis.</summary>
    internal static TickPlan Create(Axis axis, AxisProjection projection, bool horizontal, Theme theme)
    {
        Ticks ticks = axis.Ticks ?? projection.Scale.Ticks;
        double length = projection.Length;
        var plan = new TickPlan(projection, horizontal, theme);
        if (!(length > 0) || !double.IsFinite(length))
            return plan;
        int most = (int)Math.Clamp(length / (horizontal ? HorizontalRoom : VerticalRoom), 2, 12);
        for (int labels = most; labels >= 1; labels--)
        {
            TickSet set = ticks.Locate(new(projection.Least, projection.Greatest, labels));
            plan.Take(set, axis);
            if (!ticks.Adapts || labels == 1 || (!plan.Collides() && plan._ticks.Count > 0))
                break;
        }

        plan.Thin();
        if (!(axis.MinorTicks ?? theme.MinorTicks || axis.Scale.IsPositive || axis.Scale is SymlogScale))
            plan.Minor = [];
        return plan;
    }

    private void Take(TickSet set, Axis axis)
    {
        _ticks.Clear();
        Common = axis.Format is null ? set.Common : null;
        List<double> minor = [];
        double last = double.NaN;
        foreach (Tick tick in set.Ticks.OrderBy(tick => tick.Value))
        {
            double place = _projection.Place(tick.Value);
            if (!double.IsFinite(place))
                continue;
            if (tick.IsMinor)
            {
                minor.Add(place);
                continue;
            }

            // Ticks nearer than half a unit are one tick.
            string text = axis.Format is { } format ? format(tick.Value) ?? "" : tick.Label!;
            if (Math.Abs(place - last) < 0.5)
                continue;
            last = place;
            _ticks.Add((place, RichText.Set(text, _theme.NumberStyle)));
        }

        minor.Sort();
        bool dense = minor.Zip(minor.Skip(1)).Any(pair => pair.Second - pair.First < MinorDistance && pair.Second > pair.First);
        Minor = dense && !axis.Scale.IsPositive ? [] : minor;
    }

    private double Along(RichText? label) => label is null ? 0 : _horizontal ? label.Width : label.Height;

    private double Room => _horizontal ? _theme.FontSize * 0.7 : _theme.FontSize * 0.05;

    private bool Collides() => Touch(_ticks);

    // Keeps every second, third … label, as few as must go; ticks stay.
    private void Thin()
    {
        if (!Collides())
            return;
        for (int stride = 2; stride <= Ticks.Most; stride++)
        {
            (double Place, RichText? Label)[] kept = [.. _ticks.Where((_, i) => i % stride == 0)];
            if (Touch(kept))
                continue;
            for (int i = 0; i < _ticks.Count; i++)
            {
                if (i % stride != 0)
                    _ticks[i] = (_ticks[i].Place, null);
            }

            return;
        }
    }

    private bool Touch(IReadOnlyList<(double Place, RichText? Label)> ticks)
    {
        for (int i = 1; i < ticks.Count; i++)
        {
            if (Math.Abs(ticks[i].Place - ticks[i - 1].Place) < (Along(ticks[i].Label) + Along(ticks[i - 1].Label)) / 2 + Room)
                return true;
        }

        return false;
    }
}
