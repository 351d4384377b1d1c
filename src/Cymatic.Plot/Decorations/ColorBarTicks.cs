using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>The ticks of a colour bar with their labels, none of which touch.</summary>
internal sealed class ColorBarTicks
{
    private const double VerticalRoom = 34, HorizontalRoom = 42;

    private readonly ColorScale _scale;
    private readonly ColorBar _bar;
    private readonly Theme _theme;
    private readonly double _start, _end;

    private ColorBarTicks((ColorScale Scale, ColorBar Bar) shown, (double Start, double End) along, Theme theme)
    {
        (_scale, _bar) = shown;
        (_start, _end) = along;
        _theme = theme;
        (Labels, Common) = Locate();
    }

    /// <summary>Where labels are along the bar.</summary>
    internal IReadOnlyList<(double Place, RichText Label)> Labels { get; }

    /// <summary>What all labels have in common; null when nothing.</summary>
    internal string? Common { get; }

    /// <summary>Levels between which there is one colour each; null where colours run smoothly.</summary>
    internal IReadOnlyList<double>? Bands => _scale.Bands ?? (_scale.Normalisation as BoundaryNormalisation)?.Edges;

    /// <summary>The greatest extent of a label across the bar.</summary>
    internal double Depth => Labels.Select(tick => IsHorizontal ? tick.Label.Height : tick.Label.Width).DefaultIfEmpty(0).Max();

    /// <summary>How far labels reach beyond the ends of the bar.</summary>
    internal double Overhang
    {
        get
        {
            double low = Math.Min(_start, _end), high = Math.Max(_start, _end);
            return Labels.Select(tick => Math.Max(Along(tick.Label) / 2 - (tick.Place - low), Along(tick.Label) / 2 - (high - tick.Place)))
                .Append(0).Max();
        }
    }

    private bool IsHorizontal => _bar.Place != ColorBarPlace.Right;

    /// <param name="shown">The colours, and how the bar wants them explained.</param>
    /// <param name="along">The places of the lowest and the highest colour.</param>
    /// <param name="theme">How the figure looks.</param>
    internal static ColorBarTicks Create((ColorScale Scale, ColorBar Bar) shown, (double Start, double End) along, Theme theme) =>
        new(shown, along, theme);

    /// <summary>The place of a number along the bar.</summary>
    internal double Place(double value)
    {
        double share = _scale.Bands is { } bands ? (value - bands[0]) / (bands[^1] - bands[0])
            : _scale.Normalisation is BoundaryNormalisation edges ? Share(edges.Edges, value)
            : _scale.Normalisation.At(value);
        return _start + share * (_end - _start);
    }

    private (IReadOnlyList<(double Place, RichText Label)> Ticks, string? Common) Locate()
    {
        Normalisation norm = _scale.Normalisation;
        Scale scale = norm switch
        {
            LogNormalisation => Scale.Log,
            SymlogNormalisation symlog => Scale.Symlog(symlog.Threshold),
            _ => Scale.Linear,
        };
        Ticks ticks = _bar.Ticks ?? (Bands is { } levels ? Ticks.At(levels) : scale.Ticks);
        double least = Bands?[0] ?? norm.Low!.Value, greatest = Bands?[^1] ?? norm.High!.Value;
        if (!(greatest > least))
            (least, greatest) = (least - 0.5, greatest + 0.5);
        double room = IsHorizontal ? HorizontalRoom : VerticalRoom;
        for (int labels = (int)Math.Clamp(Math.Abs(_end - _start) / room, 2, 10); ; labels--)
        {
            TickSet set = ticks.Locate(new(least, greatest, labels));
            List<(double Place, RichText)> placed = [.. set.Ticks.Where(tick => !tick.IsMinor && double.IsFinite(Place(tick.Value)))
                .Select(tick => (Place(tick.Value), RichText.Set(_bar.Format?.Invoke(tick.Value) ?? tick.Label!, _theme.NumberStyle)))
                .OrderBy(tick => tick.Item1)];
            if (labels <= 1 || !ticks.Adapts || !Touch(placed))
                return (Spaced(placed), _bar.Format is null ? set.Common : null);
        }
    }

    private double Along(RichText label) => IsHorizontal ? label.Width : label.Height;

    private bool Touch(List<(double Place, RichText Label)> ticks)
    {
        for (int i = 1; i < ticks.Count; i++)
        {
            double apart = ticks[i].Place - ticks[i - 1].Place;
            double needed = IsHorizontal ? (ticks[i].Label.Width + ticks[i - 1].Label.Width) / 2 + _theme.FontSize * 0.7
                : _theme.FontSize * 1.25;
            if (apart < needed)
                return true;
        }

        return false;
    }

    // Every second, third … tick, so that those that stay are equally far apart.
    private List<(double Place, RichText Label)> Spaced(List<(double Place, RichText Label)> ticks)
    {
        for (int stride = 1; ; stride++)
        {
            // From the lowest number on: the first of a horizontal bar, the last of a vertical one.
            int last = ticks.Count - 1;
            List<(double Place, RichText Label)> kept =
                [.. ticks.Where((_, i) => (IsHorizontal ? i : last - i) % stride == 0)];
            if (kept.Count <= 1 || !Touch(kept))
                return kept;
        }
    }

    // Intervals between boundaries have the same length, however wide they are.
    private static double Share(IReadOnlyList<double> edges, double value)
    {
        int above = 1;
        while (above < edges.Count - 1 && edges[above] < value)
            above++;
        return (above - 1 + (value - edges[above - 1]) / (edges[above] - edges[above - 1])) / (edges.Count - 1);
    }
}
