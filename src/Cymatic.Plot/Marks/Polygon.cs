using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>A closed shape of straight lines; a gap begins another one.</summary>
public sealed record Polygon : Mark
{
    /// <summary>A shape with these corners.</summary>
    /// <exception cref="ArgumentException">Not as many numbers in both directions.</exception>
    public Polygon(Numbers x, Numbers y) => (X, Y) = (x, Points.Matching(x, y, ("x", "y")));

    /// <summary>Horizontal numbers of the corners.</summary>
    public Numbers X { get; }

    /// <summary>Vertical numbers of the corners.</summary>
    public Numbers Y { get; }

    /// <summary>The colour inside. Null: the next of the palette.</summary>
    public Color? Color { get; init; }

    /// <summary>The line around it. Null: none.</summary>
    public Stroke? Edge { get; init; }

    internal override bool TakesColor => Color is null;

    internal override Reach Reach(Scale x, Scale y) => new(Plot.Reach.Along(x, X), Plot.Reach.Along(y, Y));

    internal override void Draw(Pen pen)
    {
        Color color = Color ?? pen.Color;
        using SavedCanvas clip = pen.Clip();
        Outline(pen).Fill(color.WithAlpha(color.Alpha * Opacity));
        if (Edge is not null)
            Outline(pen).Stroke(Edge);
    }

    internal override IEnumerable<(double X, double Y)> Obstacles(Projection projection) => Points.Along(X, Y, projection);

    private CanvasPath Outline(Pen pen)
    {
        CanvasPath path = pen.Canvas.Path();
        bool open = false;
        for (int i = 0; i < X.Count; i++)
        {
            var (x, y) = pen.Projection.Place(X[i], Y[i]);
            bool here = double.IsFinite(x) && double.IsFinite(y);
            if (here && open)
                path.LineTo(Math.Clamp(x, -1e5, 1e5), Math.Clamp(y, -1e5, 1e5));
            else if (here)
                path.MoveTo(Math.Clamp(x, -1e5, 1e5), Math.Clamp(y, -1e5, 1e5));
            else if (open)
                path.Close();
            open = here;
        }

        return open ? path.Close() : path;
    }
}
