namespace Cymatic.Imaging;

/// <summary>Whole shapes in one call.</summary>
public static class CanvasShapes
{
    /// <summary>Fills a rectangle.</summary>
    public static void FillRectangle(this Canvas canvas, Box box, Color color) =>
        canvas.Path().Rectangle(box.X, box.Y, box.Width, box.Height).Fill(color);

    /// <summary>Fills a rectangle with round corners.</summary>
    public static void FillRectangle(this Canvas canvas, Box box, double radius, Color color) =>
        canvas.Path().RoundedRectangle(box, radius).Fill(color);

    /// <summary>Draws the outline of a rectangle; half of the line lies outside.</summary>
    public static void StrokeRectangle(this Canvas canvas, Box box, Stroke stroke) =>
        canvas.Path().Rectangle(box.X, box.Y, box.Width, box.Height).Stroke(stroke);

    /// <summary>Draws a straight line.</summary>
    public static void Line(this Canvas canvas, (double X, double Y) from, (double X, double Y) to, Stroke stroke) =>
        canvas.Path().MoveTo(from.X, from.Y).LineTo(to.X, to.Y).Stroke(stroke);

    /// <summary>Draws straight lines from point to point. More points than pixels cost much time: decimate first.</summary>
    public static void Polyline(this Canvas canvas, ReadOnlySpan<(double X, double Y)> points, Stroke stroke)
    {
        CanvasPath path = Polygon(canvas, points);
        path.Stroke(stroke);
    }

    /// <summary>Fills the polygon with the given corners.</summary>
    public static void FillPolygon(this Canvas canvas, ReadOnlySpan<(double X, double Y)> corners, Color color) =>
        Polygon(canvas, corners).Close().Fill(color);

    /// <summary>Fills a disc.</summary>
    public static void FillCircle(this Canvas canvas, (double X, double Y) center, double radius, Color color) =>
        canvas.Path().Circle(center.X, center.Y, radius).Fill(color);

    private static CanvasPath Polygon(Canvas canvas, ReadOnlySpan<(double X, double Y)> points)
    {
        CanvasPath path = canvas.Path();
        for (int i = 0; i < points.Length; i++)
        {
            if (i == 0)
                path.MoveTo(points[i].X, points[i].Y);
            else
                path.LineTo(points[i].X, points[i].Y);
        }

        return path;
    }
}
