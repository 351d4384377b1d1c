using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>Draws axes that are laid out, from back to front.</summary>
internal static class PanelPainter
{
    /// <summary>Everything that lies below the marks, and all that stands around the area.</summary>
    internal static void DrawBelow(PanelPlan panel, Surface surface)
    {
        Color ground = panel.Axes.Ground ?? panel.Theme.Ground;
        if (ground.Alpha > 0 && panel is { Area: { Width: > 0, Height: > 0 }, Axes.ShowsAxes: true })
            surface.Canvas.FillRectangle(panel.Area, ground);
        if (panel.Axes.ShowsAxes)
            DrawGrid(panel, surface);
        if (!panel.Theme.TicksInside)
            DrawTicks(panel, surface);
        DrawNumbers(panel, surface.Canvas);
        DrawNames(panel, surface.Canvas);
        panel.ColorBar?.Draw(surface);
    }

    /// <summary>Marks from one to another, the last excluded, as they are at a time.</summary>
    internal static void DrawMarks(PanelPlan panel, Surface surface, Range marks, double t)
    {
        if (panel.Area is not { Width: > 0, Height: > 0 })
            return;
        var (first, count) = marks.GetOffsetAndLength(panel.Axes.Marks.Count);
        for (int i = first; i < first + count; i++)
            panel.Axes.Marks[i].AtTime(t).Draw(new Pen(surface, panel.Projection, panel.Theme, panel.ColorOf(i)));
    }

    /// <summary>What lies on top of the marks.</summary>
    internal static void DrawAbove(PanelPlan panel, Surface surface)
    {
        DrawSpines(panel, surface);
        if (panel.Theme.TicksInside)
            DrawTicks(panel, surface);
        if (panel.Area is { Width: > 0, Height: > 0 })
            panel.Legend?.Draw(surface);
    }

    private static void DrawGrid(PanelPlan panel, Surface surface)
    {
        double width = surface.SnapWidth(panel.Theme.SpineWidth);
        var stroke = new Stroke(panel.Theme.GridLine, width);
        Box area = panel.Area;
        if (panel.Axes.X.Grid ?? panel.Theme.Grid)
        {
            foreach (var (place, _) in panel.X.Labels)
            {
                double x = surface.Snap(place, width);
                surface.Canvas.Line((x, area.Y), (x, area.Bottom), stroke);
            }
        }

        if (panel.Axes.Y.Grid ?? panel.Theme.Grid)
        {
            foreach (var (place, _) in panel.Y.Labels)
            {
                double y = surface.Snap(place, width);
                surface.Canvas.Line((area.X, y), (area.Right, y), stroke);
            }
        }
    }

    private static void DrawTicks(PanelPlan panel, Surface surface)
    {
        Theme theme = panel.Theme;
        double width = surface.SnapWidth(theme.SpineWidth);
        var stroke = new Stroke(theme.Spine, width);
        foreach (var (places, length) in (ReadOnlySpan<(IEnumerable<double>, double)>)
            [(panel.X.Labels.Select(tick => tick.Place), theme.TickLength), (panel.X.Minor, theme.TickLength * 0.6)])
        {
            foreach (double place in places)
                DrawTick(surface, stroke, (surface.Snap(place, width), panel.Area.Bottom), (0, theme.TicksInside ? -length : length));
        }

        foreach (var (places, length) in (ReadOnlySpan<(IEnumerable<double>, double)>)
            [(panel.Y.Labels.Select(tick => tick.Place), theme.TickLength), (panel.Y.Minor, theme.TickLength * 0.6)])
        {
            foreach (double place in places)
                DrawTick(surface, stroke, (panel.Area.X, surface.Snap(place, width)), (theme.TicksInside ? length : -length, 0));
        }

        static void DrawTick(Surface surface, Stroke stroke, (double X, double Y) at, (double X, double Y) by) =>
            surface.Canvas.Line(at, (at.X + by.X, at.Y + by.Y), stroke);
    }

    private static void DrawNumbers(PanelPlan panel, Canvas canvas)
    {
        Box area = panel.Area;
        if (panel.LabelsX)
        {
            foreach (var (place, label) in panel.X.Labels)
                label?.Draw(canvas, (place, area.Bottom + panel.NumberDistance), 0.5, 0);
        }

        if (panel.LabelsY)
        {
            foreach (var (place, label) in panel.Y.Labels)
                label?.Draw(canvas, (area.X - panel.NumberDistance, place), 1, 0.5);
        }
    }

    private static void DrawNames(PanelPlan panel, Canvas canvas)
    {
        Box area = panel.Area;
        bool named = !string.IsNullOrEmpty(panel.Axes.X.Label);
        panel.XLabel?.Draw(canvas, (named ? area.X + area.Width / 2 : area.Right, area.Bottom + panel.XLabelDistance), named ? 0.5 : 1, 0);
        panel.YLabel?.Draw(canvas, (area.X - panel.YLabelDistance, area.Y + area.Height / 2), 0.5, 1, -Math.PI / 2);
        panel.YPower?.Draw(canvas, (area.X, area.Y - 4), 0, 1);
        panel.Title?.Draw(canvas, (area.X + area.Width / 2, area.Y - panel.TitleDistance), 0.5, 1);
    }

    private static void DrawSpines(PanelPlan panel, Surface surface)
    {
        double width = surface.SnapWidth(panel.Theme.SpineWidth);
        var stroke = new Stroke(panel.Theme.Spine, width) { Cap = LineCap.Square };
        double left = surface.Snap(panel.Area.X, width), right = surface.Snap(panel.Area.Right, width);
        double top = surface.Snap(panel.Area.Y, width), bottom = surface.Snap(panel.Area.Bottom, width);
        foreach (var (side, from, to) in (ReadOnlySpan<(Sides, (double, double), (double, double))>)
            [
                (Sides.Left, (left, top), (left, bottom)), (Sides.Bottom, (left, bottom), (right, bottom)),
                (Sides.Right, (right, top), (right, bottom)), (Sides.Top, (left, top), (right, top)),
            ])
        {
            if (panel.Spines.HasFlag(side))
                surface.Canvas.Line(from, to, stroke);
        }
    }
}
