namespace Cymatic.Imaging;

/// <summary>
/// Text on a canvas. It is never clipped: what its box is too small for is wrapped, or cut with "…" when the style asks for that.
/// </summary>
public static class CanvasText
{
    /// <summary>Draws a text with the point that the style's alignment and position name at (x, y).</summary>
    /// <returns>What it takes up, relative to (x, y).</returns>
    /// <exception cref="DrawingUnavailableException">Pango or every font is missing.</exception>
    /// <exception cref="ArgumentException">The style's font is not installed, or its file holds no font.</exception>
    public static TextExtents DrawText(this Canvas canvas, string text, (double X, double Y) at, TextStyle style)
    {
        using var layout = new TextLayout(text, style);
        var start = (X: at.X + layout.Origin.X, Y: at.Y + layout.Origin.Y);
        if (style.Outline is { } outline)
        {
            // Half of a stroke lies inside the letter, where the letter covers it.
            CanvasPath path = canvas.Path().MoveTo(start.X, start.Y);
            layout.Outline(canvas.Context);
            path.Stroke(outline with { Width = 2 * outline.Width, Join = LineJoin.Round });
        }

        canvas.SetColor(style.Color);
        Cairo.NewPath(canvas.Context);
        Cairo.MoveTo(canvas.Context, start.X, start.Y);
        layout.Show(canvas.Context);
        Cairo.NewPath(canvas.Context);
        canvas.ThrowIfFailed();
        return layout.Extents;
    }
}
