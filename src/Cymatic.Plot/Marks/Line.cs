using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>Points joined by straight lines; a number that is not finite is a gap. Ten million points take no longer to look at.</summary>
public sealed record Line : Mark
{
    /// <summary>A line through points.</summary>
    /// <exception cref="ArgumentException">Not as many numbers in both directions.</exception>
    public Line(Numbers x, Numbers y) => (X, Y) = (x, Points.Matching(x, y, ("x", "y")));

    /// <summary>A line through numbers at 0, 1, 2 …</summary>
    public Line(Numbers y)
        : this(Numbers.Steps((y ?? throw new ArgumentNullException(nameof(y))).Count), y)
    {
    }

    /// <summary>Horizontal numbers.</summary>
    public Numbers X { get; }

    /// <summary>Vertical numbers.</summary>
    public Numbers Y { get; }

    /// <summary>Its colour. Null: the next of the palette.</summary>
    public Color? Color { get; init; }

    /// <summary>Its width in layout units. Null: the theme's.</summary>
    public double? Width { get; init => field = value is { } width ? Points.LineWidth(width) : null; }

    /// <summary>Lengths drawn and left out in turn, in widths of the line; empty for a solid line.</summary>
    public IReadOnlyList<double> Dash { get; init => field = Points.Dash(value); } = [];

    /// <summary>A marker at each point. Null: none.</summary>
    public Marker? Marker { get; init; }

    /// <summary>Diameter of the markers in layout units.</summary>
    public double MarkerSize { get; init => field = Points.Size(value); } = 7;

    internal override bool TakesColor => Color is null;

    internal override Reach Reach(Scale x, Scale y) => new(Plot.Reach.Along(x, X), Plot.Reach.Along(y, Y));

    internal override void Draw(Pen pen)
    {
        var trail = Trail.Of(X, Y, pen.Projection, 1 / pen.Surface.Scale);
        using (SavedCanvas clip = pen.Clip())
            trail.Stroke(pen.Canvas, Stroke(pen), pen.Area);
        if (Marker is { } marker)
            new Scatter(X, Y) { Marker = marker, Size = MarkerSize, Color = Color ?? pen.Color, Opacity = Opacity }.Draw(pen);
    }

    internal override void DrawKey(Canvas canvas, Box box, Pen pen)
    {
        double y = box.Y + box.Height / 2;
        canvas.Line((box.X, y), (box.Right, y), Stroke(pen));
        if (Marker is { } marker)
            Markers.Draw(canvas, marker, (box.X + box.Width / 2, y), MarkerSize, new((Color ?? pen.Color).WithAlpha(Opacity), null));
    }

    internal override IEnumerable<(double X, double Y)> Obstacles(Projection projection) => Points.Along(X, Y, projection);

    private Stroke Stroke(Pen pen)
    {
        double width = Width ?? pen.Theme.LineWidth;
        Color color = Color ?? pen.Color;
        return new(color.WithAlpha(color.Alpha * Opacity), width)
        {
            Join = LineJoin.Round,
            Cap = Dash.Count == 0 ? LineCap.Round : LineCap.Butt,
            Dash = [.. Dash.Select(length => length * width)],
        };
    }
}
