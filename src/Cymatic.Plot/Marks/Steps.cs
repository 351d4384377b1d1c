using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>Where the level of steps changes.</summary>
public enum StepPlace
{
    /// <summary>A number holds from its position on.</summary>
    After,

    /// <summary>A number holds up to its position.</summary>
    Before,

    /// <summary>A number holds around its position.</summary>
    Middle,
}

/// <summary>Numbers that hold for a while each, as a line of steps.</summary>
public sealed record Steps : Mark
{
    /// <summary>Steps through points.</summary>
    /// <exception cref="ArgumentException">Not as many numbers in both directions.</exception>
    public Steps(Numbers x, Numbers y) => (X, Y) = (x, Points.Matching(x, y, ("x", "y")));

    /// <summary>Horizontal numbers.</summary>
    public Numbers X { get; }

    /// <summary>Vertical numbers.</summary>
    public Numbers Y { get; }

    /// <summary>Where the level changes.</summary>
    public StepPlace Place { get; init; }

    /// <summary>Its colour. Null: the next of the palette.</summary>
    public Color? Color { get; init; }

    /// <summary>Its width in layout units. Null: the theme's.</summary>
    public double? Width { get; init => field = value is { } width ? Points.LineWidth(width) : null; }

    internal override bool TakesColor => Color is null;

    internal override Reach Reach(Scale x, Scale y) => Line().Reach(x, y);

    internal override void Draw(Pen pen) => Line().Draw(pen);

    internal override void DrawKey(Canvas canvas, Box box, Pen pen) => Line().DrawKey(canvas, box, pen);

    internal override IEnumerable<(double X, double Y)> Obstacles(Projection projection) => Line().Obstacles(projection);

    private Line Line()
    {
        List<double> x = new(3 * X.Count), y = new(3 * X.Count);
        for (int i = 0; i < X.Count; i++)
        {
            if (i > 0)
            {
                double edge = Place switch { StepPlace.After => X[i], StepPlace.Before => X[i - 1], _ => (X[i] + X[i - 1]) / 2 };
                x.AddRange(edge, edge);
                y.AddRange(Y[i - 1], Y[i]);
            }

            x.Add(X[i]);
            y.Add(Y[i]);
        }

        return new(x.ToArray(), y.ToArray()) { Color = Color, Width = Width, Opacity = Opacity };
    }
}
