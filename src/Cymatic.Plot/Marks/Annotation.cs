using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>A text at a point, or beside it with an arrow that points there.</summary>
/// <param name="Text">What is written; "^{…}" raises and "_{…}" lowers.</param>
/// <param name="X">The point's horizontal number.</param>
/// <param name="Y">The point's vertical number.</param>
public sealed record Annotation(string Text, double X, double Y) : Mark
{
    private const double Gap = 4, Head = 8;

    /// <summary>From the point to the middle of the text, in layout units, y downwards; there is an arrow when it is not 0.</summary>
    public (double X, double Y) Offset { get; init; }

    /// <summary>The colour of text and arrow. Null: that of labels.</summary>
    public Color? Color { get; init; }

    /// <summary>Size of the letters in layout units. Null: that of labels.</summary>
    public double? Size { get; init => field = value is { } size ? Points.LetterSize(size) : null; }

    /// <summary>Whether the ground shows through the text's box.</summary>
    public bool Transparent { get; init; } = true;

    internal override Reach Reach(Scale x, Scale y) =>
        new(double.IsFinite(x.Place(X)) ? new(X, X) : Interval.Empty, double.IsFinite(y.Place(Y)) ? new(Y, Y) : Interval.Empty);

    internal override void Draw(Pen pen)
    {
        var (x, y) = pen.Projection.Place(X, Y);
        if (!(Math.Abs(x) < 1e5) || !(Math.Abs(y) < 1e5) || Text is null)
            return;
        Color color = (Color ?? pen.Theme.Text).WithAlpha(Opacity);
        RichText text = RichText.Set(Text, pen.Theme.LabelStyle with { Color = color, Size = Size ?? pen.Theme.FontSize });
        Box box = Placed(pen.Area, text, x + Offset.X, y + Offset.Y);
        if (Offset != default)
            DrawArrow(pen.Canvas, Edge(box, (x, y)), (x, y), color);
        if (!Transparent)
            pen.Canvas.FillRectangle(box, 3, pen.Theme.Ground.WithAlpha(0.9));
        text.Draw(pen.Canvas, (box.X + Gap, box.Y + Gap), 0, 0);
    }

    internal override IEnumerable<(double X, double Y)> Obstacles(Projection projection)
    {
        var (x, y) = projection.Place(X, Y);
        double half = (Size ?? 13) * 0.3 * (Text?.Length ?? 0);
        yield return (x, y);
        for (int i = -4; i <= 4; i++)
        {
            yield return (x + Offset.X + half * i / 4, y + Offset.Y - 8);
            yield return (x + Offset.X + half * i / 4, y + Offset.Y + 8);
        }
    }

    // Inside the area where there is room.
    private static Box Placed(Box area, RichText text, double x, double y)
    {
        double width = text.Width + 2 * Gap, height = text.Height + 2 * Gap;
        double left = Math.Clamp(x - width / 2, area.X, Math.Max(area.X, area.Right - width));
        double top = Math.Clamp(y - height / 2, area.Y, Math.Max(area.Y, area.Bottom - height));
        return new(left, top, width, height);
    }

    // Where the line from the middle of the box to a point leaves the box.
    private static (double X, double Y) Edge(Box box, (double X, double Y) to)
    {
        double middleX = box.X + box.Width / 2, middleY = box.Y + box.Height / 2, dx = to.X - middleX, dy = to.Y - middleY;
        double share = Math.Min(Math.Abs(dx) > 0 ? box.Width / 2 / Math.Abs(dx) : 1, Math.Abs(dy) > 0 ? box.Height / 2 / Math.Abs(dy) : 1);
        return (middleX + dx * Math.Min(1, share), middleY + dy * Math.Min(1, share));
    }

    private static void DrawArrow(Canvas canvas, (double X, double Y) from, (double X, double Y) to, Color color)
    {
        double dx = to.X - from.X, dy = to.Y - from.Y, length = Math.Sqrt(dx * dx + dy * dy);
        if (length < Head)
            return;
        (dx, dy) = (dx / length, dy / length);
        // The tip stops short of the point, so that the point is seen.
        (double X, double Y) tip = (to.X - 2 * dx, to.Y - 2 * dy), neck = (tip.X - Head * dx, tip.Y - Head * dy);
        canvas.Line(from, neck, new Stroke(color, 1.2));
        canvas.FillPolygon([tip, (neck.X - 0.4 * Head * dy, neck.Y + 0.4 * Head * dx),
            (neck.X + 0.4 * Head * dy, neck.Y - 0.4 * Head * dx)], color);
    }
}
