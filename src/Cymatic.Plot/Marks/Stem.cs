using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>A thin line from a base to each point, with a disc on top.</summary>
public sealed record Stem : Mark
{
    /// <summary>Stems of points.</summary>
    /// <exception cref="ArgumentException">Not as many numbers in both directions.</exception>
    public Stem(Numbers x, Numbers y) => (X, Y) = (x, Points.Matching(x, y, ("x", "y")));

    /// <summary>Horizontal numbers.</summary>
    public Numbers X { get; }

    /// <summary>Vertical numbers.</summary>
    public Numbers Y { get; }

    /// <summary>Where the lines begin.</summary>
    public double Base { get; init; }

    /// <summary>The colour. Null: the next of the palette.</summary>
    public Color? Color { get; init; }

    /// <summary>Diameter of the discs in layout units.</summary>
    public double Size { get; init => field = Points.Size(value); } = 7;

    internal override bool TakesColor => Color is null;

    internal override Reach Reach(Scale x, Scale y)
    {
        Interval heights = Plot.Reach.Along(y, Y);
        return new(Plot.Reach.Along(x, X), y.IsPositive && Base <= 0 ? heights : heights.Union(Interval.Hull(Base, Base)));
    }

    internal override void Draw(Pen pen)
    {
        Color color = (Color ?? pen.Color).WithAlpha(Opacity);
        var stroke = new Stroke(color, Math.Max(1, pen.Theme.LineWidth * 0.6));
        using (SavedCanvas clip = pen.Clip())
        {
            CanvasPath path = pen.Canvas.Path();
            for (int i = 0; i < X.Count; i++)
            {
                if (pen.Box((X[i], X[i]), (Base, Y[i])) is not { } box || !double.IsFinite(Y[i]))
                    continue;
                double x = pen.Surface.Snap(pen.Projection.X.Place(X[i]), stroke.Width);
                path.MoveTo(x, box.Y).LineTo(x, box.Bottom);
            }

            path.Stroke(stroke);
            double zero = pen.Projection.Y.Place(Base);
            if (double.IsFinite(zero))
                pen.Canvas.Line((pen.Area.X, zero), (pen.Area.Right, zero), new Stroke(pen.Theme.Spine));
        }

        new Scatter(X, Y) { Size = Size, Color = Color ?? pen.Color, Opacity = Opacity }.Draw(pen);
    }

    internal override void DrawKey(Canvas canvas, Box box, Pen pen)
    {
        Color color = (Color ?? pen.Color).WithAlpha(Opacity);
        double x = box.X + box.Width / 2;
        canvas.Line((x, box.Bottom), (x, box.Y + 2), new Stroke(color, Math.Max(1, pen.Theme.LineWidth * 0.6)));
        canvas.FillCircle((x, box.Y + 3), 3, color);
    }

    internal override IEnumerable<(double X, double Y)> Obstacles(Projection projection) => Points.Some(X, Y, projection);
}
