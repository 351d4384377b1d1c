using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>A bar for each number, from a base to its height; a number that is not finite has none.</summary>
public sealed record Bars : Mark
{
    /// <summary>Bars around positions.</summary>
    /// <exception cref="ArgumentException">Not as many positions as heights.</exception>
    public Bars(Numbers x, Numbers heights) => (X, Heights) = (x, Points.Matching(x, heights, ("x", "heights")));

    /// <summary>Where the middles of the bars are; with <see cref="Horizontal"/>, along the vertical axis.</summary>
    public Numbers X { get; }

    /// <summary>Where the bars end.</summary>
    public Numbers Heights { get; }

    /// <summary>Width of the bars in numbers of the axis, positive.</summary>
    public double Width
    {
        get;
        init => field = value > 0 && double.IsFinite(value) ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A bar must have a positive width.");
    } = 0.8;

    /// <summary>Where the bars begin.</summary>
    public double Base { get; init; }

    /// <summary>Where each bar begins, for bars on top of others. Null: at <see cref="Base"/>.</summary>
    /// <exception cref="ArgumentException">Not as many as bars.</exception>
    public Numbers? Bases { get; init => field = value is null ? null : Points.Matching(X, value, ("x", "bases")); }

    /// <summary>Whether bars lie.</summary>
    public bool Horizontal { get; init; }

    /// <summary>The colour of all bars. Null: the next of the palette.</summary>
    public Color? Color { get; init; }

    /// <summary>The colour of each bar. Null: <see cref="Color"/>.</summary>
    /// <exception cref="ArgumentException">Not as many as bars.</exception>
    public IReadOnlyList<Color>? Colors
    {
        get;
        init => field = value is null || value.Count == X.Count ? value
            : throw new ArgumentException($"{value.Count} colours do not match {X.Count} bars.", nameof(value));
    }

    internal override bool TakesColor => Color is null && Colors is null;

    internal override Reach Reach(Scale x, Scale y)
    {
        (Scale across, Scale along) = Horizontal ? (y, x) : (x, y);
        Interval width = Interval.Of(X.Range()).Grown(Width / 2), length = Plot.Reach.Along(along, Heights);
        Interval bases = Bases is null ? Interval.Hull(Base, Base) : Plot.Reach.Along(along, Bases);
        if (across.IsPositive && !(width.Least > 0))
            width = Plot.Reach.Along(across, X);
        if (!along.IsPositive || bases.Least > 0)
            length = length.Union(bases);
        return Horizontal ? new(length, width) { FirmX = [Base] } : new(width, length) { FirmY = [Base] };
    }

    internal override void Draw(Pen pen)
    {
        using SavedCanvas clip = pen.Clip();
        // Bars of one colour are one path: no seam shows between neighbours.
        CanvasPath path = pen.Canvas.Path();
        for (int i = 0; i < X.Count; i++)
        {
            if (!double.IsFinite(X[i]) || !double.IsFinite(Heights[i]))
                continue;
            (double, double) across = (X[i] - Width / 2, X[i] + Width / 2), along = (Bases?[i] ?? Base, Heights[i]);
            if ((Horizontal ? pen.Box(along, across) : pen.Box(across, along)) is not { } box)
                continue;
            path.Rectangle(box.X, box.Y, box.Width, box.Height);
            if (Colors is null)
                continue;
            path.Fill(Colors[i].WithAlpha(Colors[i].Alpha * Opacity));
            path = pen.Canvas.Path();
        }

        Color color = Color ?? pen.Color;
        path.Fill(color.WithAlpha(color.Alpha * Opacity));
    }

    internal override void DrawKey(Canvas canvas, Box box, Pen pen) =>
        canvas.FillRectangle(box, (Colors is { Count: > 0 } ? Colors[0] : Color ?? pen.Color).WithAlpha(Opacity));

    internal override IEnumerable<(double X, double Y)> Obstacles(Projection projection) =>
        (Horizontal ? Points.Some(Heights, X, projection) : Points.Some(X, Heights, projection)).SelectMany(end => Along(end, projection));

    private IEnumerable<(double X, double Y)> Along((double X, double Y) end, Projection projection)
    {
        double start = Horizontal ? projection.X.Place(Base) : projection.Y.Place(Base);
        for (int i = 0; i <= 8; i++)
            yield return Horizontal ? (double.Lerp(start, end.X, i / 8.0), end.Y) : (end.X, double.Lerp(start, end.Y, i / 8.0));
    }
}
