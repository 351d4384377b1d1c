using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>A colour bar with its ticks laid out beside an area.</summary>
internal sealed class ColorBarPlan
{
    private const double Distance = 12, Thickness = 14, LabelGap = 4, TickRoomHeight = 34;

    private readonly ColorScale _scale;
    private readonly Theme _theme;
    private readonly Box _box;
    private readonly List<(double Y, RichText Label)> _ticks;
    private readonly RichText? _label;

    private ColorBarPlan(PanelPlan panel, ColorScale scale, Box box)
    {
        (_scale, _theme, _box) = (scale, panel.Theme, box);
        ColorBar bar = panel.Axes.ColorBar!;
        (_ticks, string? common) = Ticks(bar);
        string? label = string.IsNullOrEmpty(bar.Label) ? common : common is null ? bar.Label : $"{bar.Label} ({common})";
        _label = label is null ? null : RichText.Set(label, _theme.LabelStyle);
    }

    /// <summary>From the area's right edge to the end of all that belongs to the bar.</summary>
    internal double Width => LabelLeft + (_label is { } label ? label.Height : 0) - (_box.X - Distance);

    /// <summary>How far the outermost numbers reach above and below the area.</summary>
    internal double Overhang => _ticks.Count == 0 ? 0 : _ticks[0].Label.Height / 2;

    private double LabelLeft => _box.Right + _theme.TickLength + LabelGap
        + _ticks.Select(tick => tick.Label.Width).DefaultIfEmpty(0).Max() + (_label is null ? 0 : LabelGap);

    /// <summary>The bar of axes that want one and have colours to explain; else null.</summary>
    internal static ColorBarPlan? Create(PanelPlan panel)
    {
        if (panel.Axes.ColorBar is null
            || panel.Axes.Marks.Select(mark => mark.AtTime(0).ColorScale).FirstOrDefault(scale => scale is not null) is not { } scale)
            return null;
        Box area = panel.Area;
        return new(panel, scale, new(area.Right + Distance, area.Y, Thickness, area.Height));
    }

    internal void Draw(Surface surface)
    {
        if (!(_box.Height > 0))
            return;
        DrawColors(surface);
        double width = surface.SnapWidth(_theme.SpineWidth);
        var stroke = new Stroke(_theme.Spine, width);
        var frame = new Box(surface.Snap(_box.X, width), surface.Snap(_box.Y, width), 0, 0);
        double right = surface.Snap(_box.Right, width), bottom = surface.Snap(_box.Bottom, width);
        surface.Canvas.StrokeRectangle(frame with { Width = right - frame.X, Height = bottom - frame.Y }, stroke);
        foreach (var (y, label) in _ticks)
        {
            double at = surface.Snap(y, width);
            surface.Canvas.Line((right, at), (right + _theme.TickLength, at), stroke);
            label.Draw(surface.Canvas, (_box.Right + _theme.TickLength + LabelGap, y), 0, 0.5);
        }

        _label?.Draw(surface.Canvas, (LabelLeft, _box.Y + _box.Height / 2), 0.5, 0, -Math.PI / 2);
    }

    private IReadOnlyList<double>? Bands => _scale.Bands ?? (_scale.Normalisation as BoundaryNormalisation)?.Edges;

    private void DrawColors(Surface surface)
    {
        int steps = Bands?.Count - 1 ?? Math.Max(_scale.Map.Colors.Count, 2);
        double last = _box.Bottom;
        for (int i = 0; i < steps; i++)
        {
            double share = Bands is { } levels ? _scale.Normalisation.At((levels[i] + levels[i + 1]) / 2) : (i + 0.5) / steps;
            double top = Bands is null ? _box.Bottom - _box.Height * (i + 1) / steps : Y(Bands[i + 1]);
            top = surface.IsPage ? top : Math.Round(top * surface.Scale) / surface.Scale;
            // On a page each colour lies a little under the one before, so that no seam shows between them.
            double height = surface.IsPage ? Math.Min(_box.Bottom, last + 0.5) - top : last - top;
            if (height > 0)
                surface.Canvas.FillRectangle(new Box(_box.X, top, _box.Width, height), _scale.Map.At(share));
            last = top;
        }
    }

    private (List<(double Y, RichText Label)> Ticks, string? Common) Ticks(ColorBar bar)
    {
        Normalisation norm = _scale.Normalisation;
        Scale scale = norm switch
        {
            LogNormalisation => Scale.Log,
            SymlogNormalisation symlog => Scale.Symlog(symlog.Threshold),
            _ => Scale.Linear,
        };
        Ticks ticks = bar.Ticks ?? (Bands is { } levels ? Plot.Ticks.At(levels) : scale.Ticks);
        double least = Bands?[0] ?? norm.Low!.Value, greatest = Bands?[^1] ?? norm.High!.Value;
        if (!(greatest > least))
            (least, greatest) = (least - 0.5, greatest + 0.5);
        for (int labels = (int)Math.Clamp(_box.Height / TickRoomHeight, 2, 10); ; labels--)
        {
            TickSet set = ticks.Locate(new(least, greatest, labels));
            List<(double Y, RichText)> placed = [.. set.Ticks.Where(tick => !tick.IsMinor && double.IsFinite(Y(tick.Value)))
                .Select(tick => (Y(tick.Value), RichText.Set(bar.Format?.Invoke(tick.Value) ?? tick.Label!, _theme.NumberStyle)))
                .OrderByDescending(tick => tick.Item1)];
            if (labels <= 1 || !ticks.Adapts || !Touch(placed))
                return (Spaced(placed), bar.Format is null ? set.Common : null);
        }
    }

    private bool Touch(List<(double Y, RichText)> ticks)
    {
        for (int i = 1; i < ticks.Count; i++)
        {
            if (ticks[i - 1].Y - ticks[i].Y < _theme.FontSize * 1.25)
                return true;
        }

        return false;
    }

    // Every second, third … tick, so that those that stay are equally far apart.
    private List<(double Y, RichText)> Spaced(List<(double Y, RichText)> ticks)
    {
        for (int stride = 1; ; stride++)
        {
            List<(double Y, RichText)> kept = [.. ticks.Where((_, i) => i % stride == 0)];
            if (kept.Count <= 1 || !Touch(kept))
                return kept;
        }
    }

    private double Y(double value)
    {
        double share = _scale.Bands is { } bands ? (value - bands[0]) / (bands[^1] - bands[0])
            : _scale.Normalisation is BoundaryNormalisation edges ? Share(edges.Edges, value)
            : _scale.Normalisation.At(value);
        return _box.Bottom - share * _box.Height;
    }

    // Intervals between boundaries have the same height, however wide they are.
    private static double Share(IReadOnlyList<double> edges, double value)
    {
        int above = 1;
        while (above < edges.Count - 1 && edges[above] < value)
            above++;
        return (above - 1 + (value - edges[above - 1]) / (edges[above] - edges[above - 1])) / (edges.Count - 1);
    }
}
