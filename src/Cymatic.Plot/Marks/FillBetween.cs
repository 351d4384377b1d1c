using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>The area between two lines; where a number is not finite, there is a gap.</summary>
public sealed record FillBetween : Mark
{
    /// <summary>The area between two lines of numbers at the same positions.</summary>
    /// <exception cref="ArgumentException">Not as many numbers everywhere.</exception>
    public FillBetween(Numbers x, Numbers low, Numbers high) =>
        (X, Low, High) = (x, Points.Matching(x, low, ("x", "low")), Points.Matching(x, high, ("x", "high")));

    /// <summary>The area between a line and a number.</summary>
    public FillBetween(Numbers x, Numbers high, double low = 0)
        : this(x, Numbers.Steps((x ?? throw new ArgumentNullException(nameof(x))).Count, low, 0), high)
    {
    }

    /// <summary>Horizontal numbers.</summary>
    public Numbers X { get; }

    /// <summary>Vertical numbers of one line.</summary>
    public Numbers Low { get; }

    /// <summary>Vertical numbers of the other line.</summary>
    public Numbers High { get; }

    /// <summary>Its colour. Null: the next of the palette.</summary>
    public Color? Color { get; init; }

    internal override bool TakesColor => Color is null;

    internal override Reach Reach(Scale x, Scale y) =>
        new(Plot.Reach.Along(x, X), Plot.Reach.Along(y, Low).Union(Plot.Reach.Along(y, High)));

    internal override void Draw(Pen pen)
    {
        Color color = (Color ?? pen.Color) is var c ? c.WithAlpha(c.Alpha * Opacity) : default;
        Projection projection = pen.Projection;
        using SavedCanvas clip = pen.Clip();
        List<(double X, double Low, double High)> piece = [];
        foreach (var (x, low, high) in Columns(projection, (int)Math.Ceiling(pen.Area.Width * pen.Surface.Scale)))
        {
            var point = (projection.X.Place(x), Clamped(projection.Y.Place(low)), Clamped(projection.Y.Place(high)));
            if (double.IsFinite(point.Item1 + point.Item2 + point.Item3))
            {
                piece.Add(point);
                continue;
            }

            Fill(pen.Canvas, piece, color);
            piece.Clear();
        }

        Fill(pen.Canvas, piece, color);
    }

    internal override void DrawKey(Canvas canvas, Box box, Pen pen) => canvas.FillRectangle(box, (Color ?? pen.Color).WithAlpha(Opacity));

    internal override IEnumerable<(double X, double Y)> Obstacles(Projection projection) =>
        Points.Along(X, High, projection).Concat(Points.Along(X, Low, projection));

    private static double Clamped(double place) => double.IsFinite(place) ? Math.Clamp(place, -1e5, 1e5) : place;

    // Of many numbers in a column of pixels, the least below and the greatest above.
    private IEnumerable<(double X, double Low, double High)> Columns(Projection projection, int columns)
    {
        if (X.Count <= 8 * columns || columns == 0 || !X.IsSorted())
        {
            for (int i = 0; i < X.Count; i++)
                yield return (X[i], Low[i], High[i]);
            yield break;
        }

        int from = Math.Max(0, Trail.FirstAtLeast(X, projection.X.Least) - 1),
            last = Math.Min(X.Count, Trail.FirstAtLeast(X, projection.X.Greatest) + 1);
        for (int column = 0; column < columns && from < last; column++)
        {
            double share = (column + 1.0) / columns,
                place = double.Lerp(projection.X.Place(projection.X.Least), projection.X.Place(projection.X.Greatest), share);
            int to = column == columns - 1 ? last : Math.Clamp(Trail.FirstAtLeast(X, projection.X.Number(place)), from, last);
            if (to > from)
                yield return (X[from + (to - from) / 2], Low.Range(from, to - from).Least, High.Range(from, to - from).Greatest);
            from = to;
        }
    }

    private static void Fill(Canvas canvas, List<(double X, double Low, double High)> piece, Color color)
    {
        if (piece.Count < 2)
            return;
        CanvasPath path = canvas.Path().MoveTo(piece[0].X, piece[0].High);
        for (int i = 1; i < piece.Count; i++)
            path.LineTo(piece[i].X, piece[i].High);
        for (int i = piece.Count - 1; i >= 0; i--)
            path.LineTo(piece[i].X, piece[i].Low);
        path.Close().Fill(color);
    }
}
