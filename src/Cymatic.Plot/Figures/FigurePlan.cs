using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>A figure laid out for a size: every panel with its area, so that nothing is cut and nothing touches.</summary>
internal sealed class FigurePlan
{
    // Labels depend on areas and areas on labels: this often they are brought together.
    private const int Rounds = 4;

    private readonly double _width;

    private FigurePlan(Figure figure, double width, IReadOnlyList<PanelPlan> panels, RichText? title) =>
        (Figure, _width, Panels, Title) = (figure, width, panels, title);

    internal Figure Figure { get; }

    internal IReadOnlyList<PanelPlan> Panels { get; }

    internal RichText? Title { get; }

    /// <param name="figure">What is laid out.</param>
    /// <param name="width">Of the whole figure, in layout units.</param>
    /// <param name="height">Of the whole figure.</param>
    /// <param name="scale">Pixels for a layout unit: areas begin and end with whole pixels.</param>
    internal static FigurePlan Create(Figure figure, double width, double height, double scale)
    {
        RichText? title = figure.Title is { Length: > 0 } text ? RichText.Set(text, figure.Theme.TitleStyle with { Weight = 700 }) : null;
        if (figure.Axes.Count == 0)
            return new(figure, width, [], title);
        CellGrid cells = CellGrid.Create(figure);
        PanelSettings[] settings = cells.Settings();
        double padding = figure.Layout.Padding, top = padding + (title is null ? 0 : title.Height + padding);
        var room = new Box(padding, top, Math.Max(0, width - 2 * padding), Math.Max(0, height - top - padding));
        Insets[] insets = new Insets[settings.Length];
        PanelPlan[] panels = [];
        for (int round = 0; round < Rounds; round++)
        {
            Box[] areas = cells.Areas(room, insets, scale);
            panels = [.. settings.Select((panel, i) => new PanelPlan(panel, areas[i]))];
            Insets[] needed = [.. panels.Select((panel, i) => round == Rounds - 2 ? panel.Insets.Union(insets[i]) : panel.Insets)];
            if (round > 0 && needed.Zip(insets).All(pair => Fits(pair.First, pair.Second)))
                break;
            insets = needed;
        }

        return new(figure, width, panels, title);
    }

    /// <summary>Draws everything above the background, as it is at a time.</summary>
    internal void Draw(Surface surface, double t = 0)
    {
        DrawTitle(surface);
        foreach (PanelPlan panel in Panels)
        {
            PanelPainter.DrawBelow(panel, surface);
            PanelPainter.DrawMarks(panel, surface, .., t);
            PanelPainter.DrawAbove(panel, surface);
        }
    }

    internal void DrawTitle(Surface surface) => Title?.Draw(surface.Canvas, (_width / 2, Figure.Layout.Padding), 0.5, 0);

    private static bool Fits(Insets needed, Insets given)
    {
        const double slack = 0.01;
        return Math.Abs(needed.Left - given.Left) < slack && Math.Abs(needed.Right - given.Right) < slack
            && Math.Abs(needed.Top - given.Top) < slack && Math.Abs(needed.Bottom - given.Bottom) < slack;
    }
}
