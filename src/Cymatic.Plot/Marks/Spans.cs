using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>A band across the whole plot, between two numbers of an axis.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Horizontal">Whether it lies along the horizontal axis, between numbers of the vertical one.</param>
public sealed record Span(double From, double To, bool Horizontal = false) : Mark
{
    /// <summary>Its colour. Null: the next of the palette, pale.</summary>
    public Color? Color { get; init; }

    internal override bool TakesColor => Color is null;

    internal override Reach Reach(Scale x, Scale y) => Rule.Reach(Horizontal ? y : x, Interval.Hull(From, To), Horizontal);

    internal override void Draw(Pen pen)
    {
        AxisProjection other = Horizontal ? pen.Projection.X : pen.Projection.Y;
        using SavedCanvas clip = pen.Clip();
        pen.Block((From, To), (other.From, other.To), Horizontal, Shade(pen));
    }

    internal override void DrawKey(Canvas canvas, Box box, Pen pen) => canvas.FillRectangle(box, Shade(pen));

    private Color Shade(Pen pen) => (Color ?? pen.Color.WithAlpha(0.25)) is var color ? color.WithAlpha(color.Alpha * Opacity) : default;
}

/// <summary>A straight line across the whole plot, at a number of an axis.</summary>
/// <param name="At">The number.</param>
/// <param name="Horizontal">Whether it lies along the horizontal axis, at a number of the vertical one.</param>
public sealed record Rule(double At, bool Horizontal = false) : Mark
{
    /// <summary>Its colour. Null: that of axis lines.</summary>
    public Color? Color { get; init; }

    /// <summary>Its width in layout units.</summary>
    public double Width { get; init => field = Points.LineWidth(value); } = 1.2;

    /// <summary>Lengths drawn and left out in turn, in layout units; empty for a solid line.</summary>
    public IReadOnlyList<double> Dash { get; init => field = Points.Dash(value); } = [];

    internal override Reach Reach(Scale x, Scale y) => Reach(Horizontal ? y : x, Interval.Hull(At, At), Horizontal);

    internal override void Draw(Pen pen)
    {
        double place = pen.Surface.Snap((Horizontal ? pen.Projection.Y : pen.Projection.X).Place(At), Width);
        if (!(Math.Abs(place) < 1e5))
            return;
        Box area = pen.Area;
        using SavedCanvas clip = pen.Clip();
        if (Horizontal)
            pen.Canvas.Line((area.X, place), (area.Right, place), Stroke(pen));
        else
            pen.Canvas.Line((place, area.Y), (place, area.Bottom), Stroke(pen));
    }

    internal override void DrawKey(Canvas canvas, Box box, Pen pen) =>
        canvas.Line((box.X, box.Y + box.Height / 2), (box.Right, box.Y + box.Height / 2), Stroke(pen));

    internal static Reach Reach(Scale scale, Interval part, bool horizontal)
    {
        if (!double.IsFinite(part.Least + part.Greatest) || (scale.IsPositive && !(part.Least > 0)))
            return Plot.Reach.None;
        return horizontal ? new(Interval.Empty, part) : new(part, Interval.Empty);
    }

    private Stroke Stroke(Pen pen) => new((Color ?? pen.Theme.Spine).WithAlpha((Color?.Alpha ?? 1) * Opacity), Width) { Dash = Dash };
}
