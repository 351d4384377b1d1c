using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>A legend laid out at its place.</summary>
internal sealed class LegendPlan
{
    internal const double Gap = 12;

    private const double Inset = 8, Padding = 7, KeyWidth = 24, KeyGap = 8;

    private static readonly LegendPlace[] Candidates =
    [
        LegendPlace.UpperRight, LegendPlace.UpperLeft, LegendPlace.LowerLeft, LegendPlace.LowerRight, LegendPlace.Right, LegendPlace.Left,
        LegendPlace.Top, LegendPlace.Bottom,
    ];

    private readonly PanelPlan _panel;
    private readonly List<(int Mark, RichText Name)> _entries;
    private readonly RichText? _title;
    private readonly double _rowHeight, _height;
    private readonly Lazy<Box> _box;

    private LegendPlan(PanelPlan panel, List<(int Mark, RichText Name)> entries)
    {
        (_panel, _entries) = (panel, entries);
        _title = panel.Axes.Legend!.Title is { Length: > 0 } title ? RichText.Set(title, panel.Theme.LabelStyle with { Weight = 700 })
            : null;
        _rowHeight = entries.Max(entry => entry.Name.Height) * 1.12;
        Width = 2 * Padding + Math.Max(KeyWidth + KeyGap + entries.Max(entry => entry.Name.Width), _title?.Width ?? 0);
        _box = new(Place);
        _height = 2 * Padding + entries.Count * _rowHeight + (_title is null ? 0 : _title.Height * 1.15);
    }

    /// <summary>Whether it stands right of the area.</summary>
    internal bool IsOutside => _panel.Axes.Legend!.Place == LegendPlace.Outside;

    /// <summary>Its width, in layout units.</summary>
    internal double Width { get; }

    /// <summary>The legend of axes that want one and have names; else null.</summary>
    internal static LegendPlan? Create(PanelPlan panel)
    {
        if (panel.Axes.Legend is null)
            return null;
        List<(int, RichText)> entries = [];
        for (int i = 0; i < panel.Axes.Marks.Count; i++)
        {
            if (panel.Axes.Marks[i].AtTime(0).Label is { Length: > 0 } label)
                entries.Add((i, RichText.Set(label, panel.Theme.LabelStyle with { Size = panel.Theme.FontSize * 0.95 })));
        }

        return entries.Count == 0 ? null : new(panel, entries);
    }

    internal void Draw(Surface surface)
    {
        Box box = _box.Value;
        Canvas canvas = surface.Canvas;
        if (!IsOutside)
        {
            Color ground = _panel.Axes.Ground ?? _panel.Theme.Ground;
            canvas.FillRectangle(box, 4, ground.Alpha > 0 ? ground.WithAlpha(0.88) : _panel.Theme.Background);
            canvas.Path().RoundedRectangle(box, 4).Stroke(new Stroke(_panel.Theme.GridLine));
        }

        double y = box.Y + Padding;
        if (_title is not null)
        {
            _title.Draw(canvas, (box.X + Padding, y), 0, 0);
            y += _title.Height * 1.15;
        }

        foreach (var (index, name) in _entries)
        {
            Mark mark = _panel.Axes.Marks[index].AtTime(0);
            var key = new Box(box.X + Padding, y + _rowHeight * 0.22, KeyWidth, _rowHeight * 0.56);
            mark.DrawKey(canvas, key, new Pen(surface, _panel.Projection, _panel.Theme, _panel.ColorOf(index)));
            name.Draw(canvas, (key.Right + KeyGap, y + _rowHeight / 2), 0, 0.5);
            y += _rowHeight;
        }
    }

    private Box Place()
    {
        LegendPlace place = _panel.Axes.Legend!.Place;
        if (place == LegendPlace.Outside)
            return new(_panel.Area.Right + (_panel.ColorBar?.Room.Right ?? 0) + Gap, _panel.Area.Y, Width, _height);
        if (place != LegendPlace.Best)
            return At(place);
        (double X, double Y)[] obstacles = [.. _panel.Axes.Marks.SelectMany(mark => mark.AtTime(0).Obstacles(_panel.Projection))];
        return Candidates.Select(At).MinBy(box => obstacles.Count(point => Holds(box, point)));
    }

    private Box At(LegendPlace place)
    {
        Box area = _panel.Area;
        double left = area.X + Inset, right = area.Right - Inset - Width, top = area.Y + Inset, bottom = area.Bottom - Inset - _height;
        double x = place switch
        {
            LegendPlace.UpperLeft or LegendPlace.LowerLeft or LegendPlace.Left => left,
            LegendPlace.Top or LegendPlace.Bottom => (left + right) / 2,
            _ => right,
        };
        double y = place switch
        {
            LegendPlace.LowerLeft or LegendPlace.LowerRight or LegendPlace.Bottom => bottom,
            LegendPlace.Left or LegendPlace.Right => (top + bottom) / 2,
            _ => top,
        };
        return new(x, y, Width, _height);
    }

    private static bool Holds(Box box, (double X, double Y) point) =>
        point.X >= box.X - 4 && point.X <= box.Right + 4 && point.Y >= box.Y - 4 && point.Y <= box.Bottom + 4;
}
