using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>Something drawn between axes.</summary>
public abstract record Mark
{
    private protected Mark()
    {
    }

    /// <summary>The name in the legend. Null: not there.</summary>
    public string? Label { get; init; }

    /// <summary>0 (nothing is seen) to 1.</summary>
    public double Opacity
    {
        get;
        init => field = value is >= 0 and <= 1 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Opacity must lie between 0 and 1.");
    } = 1;

    /// <summary>Whether it takes the next colour of the palette.</summary>
    internal virtual bool TakesColor => false;

    /// <summary>The numbers that its colours show; null where colours mean nothing.</summary>
    internal virtual ColorScale? ColorScale => null;

    /// <summary>The part of the axes that it needs.</summary>
    internal abstract Reach Reach(Scale x, Scale y);

    /// <summary>Draws it inside the area.</summary>
    internal abstract void Draw(Pen pen);

    /// <summary>Draws its sign in the legend.</summary>
    internal virtual void DrawKey(Canvas canvas, Box box, Pen pen) => canvas.FillRectangle(box, pen.Color);

    /// <summary>Places that a legend should not hide.</summary>
    internal virtual IEnumerable<(double X, double Y)> Obstacles(Projection projection) => [];

    /// <summary>The mark at a time; only moving ones differ.</summary>
    internal virtual Mark AtTime(double t) => this;
}

/// <summary>The part of the axes that a mark needs.</summary>
internal sealed record Reach(Interval X, Interval Y)
{
    internal static Reach None { get; } = new(Interval.Empty, Interval.Empty);

    /// <summary>Numbers at which the horizontal axis ends without a margin.</summary>
    internal IReadOnlyList<double> FirmX { get; init; } = [];

    /// <summary>Numbers at which the vertical axis ends without a margin.</summary>
    internal IReadOnlyList<double> FirmY { get; init; } = [];

    /// <summary>Whether the vertical axis runs downwards unless told otherwise.</summary>
    internal bool Downwards { get; init; }

    /// <summary>The part that points need: those of positive numbers on a logarithmic axis.</summary>
    internal static Interval Along(Scale scale, Numbers numbers) =>
        Interval.Of(scale.IsPositive ? numbers.PositiveRange() : numbers.Range());

    /// <summary>A mark that fills its part to the edges.</summary>
    internal static Reach Firm(Interval x, Interval y) => new(x, y) { FirmX = [x.Least, x.Greatest], FirmY = [y.Least, y.Greatest] };
}

/// <summary>Numbers as colours: a map, and the normalisation with limits.</summary>
internal sealed record ColorScale(ColorMap Map, Normalisation Normalisation)
{
    /// <summary>Levels between which there is one colour each; null where colours run smoothly.</summary>
    internal IReadOnlyList<double>? Bands { get; init; }
}

/// <summary>What a mark needs in order to draw itself.</summary>
/// <param name="Surface">Where to draw.</param>
/// <param name="Projection">Where numbers are.</param>
/// <param name="Theme">How the figure looks.</param>
/// <param name="Color">The mark's colour of the palette.</param>
internal sealed record Pen(Surface Surface, Projection Projection, Theme Theme, Color Color)
{
    internal Canvas Canvas => Surface.Canvas;

    internal Box Area => Projection.Area;

    /// <summary>Lets only the area be drawn on until the result is disposed.</summary>
    internal SavedCanvas Clip()
    {
        SavedCanvas saved = Canvas.Save();
        Canvas.Clip(Area.X, Area.Y, Area.Width, Area.Height);
        return saved;
    }
}
