using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>A colour bar laid out beside an area.</summary>
internal sealed class ColorBarPlan
{
    private const double Distance = 12, Thickness = 14, LabelGap = 4;

    private readonly ColorScale _scale;
    private readonly Theme _theme;
    private readonly ColorBarPlace _place;
    private readonly Box _box, _area;
    private readonly ColorBarTicks _ticks;
    private readonly RichText? _label;

    private ColorBarPlan(PanelPlan panel, ColorScale scale, ColorBar bar)
    {
        (_scale, _theme, _place, _area) = (scale, panel.Theme, bar.Place, panel.Area);
        _box = bar.Place switch
        {
            ColorBarPlace.Bottom => new(_area.X, _area.Bottom + panel.NamesBelow + Distance, _area.Width, Thickness),
            ColorBarPlace.Top => new(_area.X, _area.Y - panel.PowerHeight - Distance - Thickness, _area.Width, Thickness),
            _ => new(_area.Right + Distance, _area.Y, Thickness, _area.Height),
        };
        _ticks = ColorBarTicks.Create((scale, bar), IsHorizontal ? (_box.X, _box.Right) : (_box.Bottom, _box.Y), _theme);
        string? common = _ticks.Common;
        string? label = string.IsNullOrEmpty(bar.Label) ? common : common is null ? bar.Label : $"{bar.Label} ({common})";
        _label = label is null ? null : RichText.Set(label, _theme.LabelStyle);
    }

    /// <summary>How far all that belongs to the bar reaches beyond the area.</summary>
    internal Insets Room
    {
        get
        {
            double labelled = LabelDistance + (_label?.Height ?? 0), before = _ticks.Overhang;
            return _place switch
            {
                ColorBarPlace.Bottom => new(before, 0, before, _box.Bottom + labelled - _area.Bottom),
                ColorBarPlace.Top => new(before, _area.Y - _box.Y + labelled, before, 0),
                _ => new(0, before, _box.Right + labelled - _area.Right, before),
            };
        }
    }

    private bool IsHorizontal => _place != ColorBarPlace.Right;

    private double NumberDistance => _theme.TickLength + LabelGap;

    private double LabelDistance => NumberDistance + _ticks.Depth + (_label is null ? 0 : LabelGap);

    /// <summary>The bar of axes that want one and have colours to explain; else null.</summary>
    internal static ColorBarPlan? Create(PanelPlan panel)
    {
        if (panel.Axes.ColorBar is not { } bar
            || panel.Axes.Marks.Select(mark => mark.AtTime(0).ColorScale).FirstOrDefault(scale => scale is not null) is not { } scale)
            return null;
        return new(panel, scale, bar);
    }

    internal void Draw(Surface surface)
    {
        if (!(_box is { Width: > 0, Height: > 0 }))
            return;
        DrawColors(surface);
        double width = surface.SnapWidth(_theme.SpineWidth);
        var stroke = new Stroke(_theme.Spine, width);
        double left = surface.Snap(_box.X, width), top = surface.Snap(_box.Y, width);
        double right = surface.Snap(_box.Right, width), bottom = surface.Snap(_box.Bottom, width);
        surface.Canvas.StrokeRectangle(new Box(left, top, right - left, bottom - top), stroke);
        foreach (var (place, label) in _ticks.Labels)
        {
            double at = surface.Snap(place, width), length = _theme.TickLength;
            switch (_place)
            {
                case ColorBarPlace.Bottom:
                    surface.Canvas.Line((at, bottom), (at, bottom + length), stroke);
                    label.Draw(surface.Canvas, (place, _box.Bottom + NumberDistance), 0.5, 0);
                    break;
                case ColorBarPlace.Top:
                    surface.Canvas.Line((at, top), (at, top - length), stroke);
                    label.Draw(surface.Canvas, (place, _box.Y - NumberDistance), 0.5, 1);
                    break;
                default:
                    surface.Canvas.Line((right, at), (right + length, at), stroke);
                    label.Draw(surface.Canvas, (_box.Right + NumberDistance, place), 0, 0.5);
                    break;
            }
        }

        DrawLabel(surface.Canvas);
    }

    private void DrawLabel(Canvas canvas)
    {
        double x = _box.X + _box.Width / 2, y = _box.Y + _box.Height / 2;
        if (_place == ColorBarPlace.Bottom)
            _label?.Draw(canvas, (x, _box.Bottom + LabelDistance), 0.5, 0);
        else if (_place == ColorBarPlace.Top)
            _label?.Draw(canvas, (x, _box.Y - LabelDistance), 0.5, 1);
        else
            _label?.Draw(canvas, (_box.Right + LabelDistance, y), 0.5, 0, -Math.PI / 2);
    }

    private void DrawColors(Surface surface)
    {
        IReadOnlyList<double>? bands = _ticks.Bands;
        int steps = bands?.Count - 1 ?? Math.Max(_scale.Map.Colors.Count, 2);
        double start = IsHorizontal ? _box.X : _box.Bottom, end = IsHorizontal ? _box.Right : _box.Y, sign = Math.Sign(end - start);
        double last = start;
        for (int i = 0; i < steps; i++)
        {
            double share = bands is not null ? _scale.Normalisation.At((bands[i] + bands[i + 1]) / 2) : (i + 0.5) / steps;
            double next = bands is null ? double.Lerp(start, end, (i + 1.0) / steps) : _ticks.Place(bands[i + 1]);
            next = surface.IsPage ? next : Math.Round(next * surface.Scale) / surface.Scale;
            // On a page each colour lies a little over the one before, so that no seam shows between them.
            double from = surface.IsPage && i > 0 ? last - 0.5 * sign : last;
            if ((next - from) * sign > 0)
            {
                (double low, double high) = (Math.Min(from, next), Math.Max(from, next));
                Box part = IsHorizontal ? _box with { X = low, Width = high - low } : _box with { Y = low, Height = high - low };
                surface.Canvas.FillRectangle(part, _scale.Map.At(share));
            }

            last = next;
        }
    }
}
