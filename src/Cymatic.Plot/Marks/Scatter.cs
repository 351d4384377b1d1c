using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>Points, each with its size and colour; one with a number that is not finite is left out.</summary>
public sealed record Scatter : Mark
{
    /// <summary>Points.</summary>
    /// <exception cref="ArgumentException">Not as many numbers in both directions.</exception>
    public Scatter(Numbers x, Numbers y) => (X, Y) = (x, Points.Matching(x, y, ("x", "y")));

    /// <summary>Horizontal numbers.</summary>
    public Numbers X { get; }

    /// <summary>Vertical numbers.</summary>
    public Numbers Y { get; }

    /// <summary>The shape of the points.</summary>
    public Marker Marker { get; init; } = Marker.Circle;

    /// <summary>Diameter of all points in layout units.</summary>
    public double Size { get; init => field = Points.Size(value); } = 7;

    /// <summary>Diameter of each point in layout units. Null: <see cref="Size"/>.</summary>
    /// <exception cref="ArgumentException">Not as many as points.</exception>
    public Numbers? Sizes { get; init => field = value is null ? null : Points.Matching(X, value, ("x", "sizes")); }

    /// <summary>The colour of all points. Null: the next of the palette.</summary>
    public Color? Color { get; init; }

    /// <summary>The colour of each point. Null: <see cref="Color"/>, or that of its number.</summary>
    /// <exception cref="ArgumentException">Not as many as points.</exception>
    public IReadOnlyList<Color>? Colors
    {
        get;
        init => field = value is null || value.Count == X.Count ? value
            : throw new ArgumentException($"{value.Count} colours do not match {X.Count} points.", nameof(value));
    }

    /// <summary>A number for each point, shown as its colour by <see cref="Map"/>. Null: none.</summary>
    /// <exception cref="ArgumentException">Not as many as points.</exception>
    public Numbers? Values { get; init => field = value is null ? null : Points.Matching(X, value, ("x", "values")); }

    /// <summary>The colours of <see cref="Values"/>.</summary>
    public ColorMap Map { get; init; } = ColorMap.Viridis;

    /// <summary>How <see cref="Values"/> are spread over the colours.</summary>
    public Normalisation Normalisation { get; init; } = Normalisation.Linear;

    /// <summary>A line around each point. Null: none.</summary>
    public Stroke? Edge { get; init; }

    internal override bool TakesColor => Color is null && Colors is null && Values is null;

    internal override ColorScale? ColorScale
    {
        get
        {
            if (Values is null)
                return null;
            var (least, greatest) = Normalisation is LogNormalisation ? Values.PositiveRange() : Values.Range();
            return new(Map, Normalisation.Fit(least, greatest));
        }
    }

    internal override Reach Reach(Scale x, Scale y) => new(Plot.Reach.Along(x, X), Plot.Reach.Along(y, Y));

    internal override void Draw(Pen pen)
    {
        if (Marker == Marker.Circle && !pen.Surface.IsPage)
        {
            DrawDiscs(pen);
            return;
        }

        PointColors colors = new(this, pen.Color);
        using SavedCanvas clip = pen.Clip();
        for (int i = 0; i < X.Count; i++)
        {
            var (x, y) = pen.Projection.Place(X[i], Y[i]);
            double size = Sizes?[i] ?? Size;
            if (double.IsFinite(x) && double.IsFinite(y) && double.IsFinite(size) && Near(pen.Area, x, y, size))
                Markers.Draw(pen.Canvas, Marker, (x, y), size, new(colors.At(i), Edge));
        }
    }

    internal override void DrawKey(Canvas canvas, Box box, Pen pen)
    {
        PointColors colors = new(this, pen.Color);
        Color color = TakesColor || Color is not null || X.Count == 0 ? (Color ?? pen.Color).WithAlpha(Opacity) : colors.At(X.Count / 2);
        Markers.Draw(canvas, Marker, (box.X + box.Width / 2, box.Y + box.Height / 2), Math.Clamp(Size, 3, box.Height), new(color, Edge));
    }

    internal override IEnumerable<(double X, double Y)> Obstacles(Projection projection) => Points.Some(X, Y, projection);

    private void DrawDiscs(Pen pen)
    {
        PointColors colors = new(this, pen.Color);
        double scale = pen.Surface.Scale, edge = Edge?.Width ?? 0;
        Box area = pen.Area;
        var discs = new Discs(pen.Surface.Pixels(), PixelArea.Of(area, scale));
        Ink edgeInk = new(Edge?.Color ?? default);
        for (int i = 0; i < X.Count; i++)
        {
            var (x, y) = pen.Projection.Place(X[i], Y[i]);
            double size = Sizes?[i] ?? Size;
            if (!(size > 0) || !double.IsFinite(size) || !Near(area, x, y, size))
                continue;
            var center = ((float)(x * scale), (float)(y * scale));
            if (edge > 0)
            {
                discs.Draw(center, (float)((size + edge) / 2 * scale), edgeInk);
                size -= edge;
            }

            if (size > 0)
                discs.Draw(center, (float)(size / 2 * scale), colors.InkOf(i));
        }
    }

    // False for places that are not finite.
    private bool Near(Box area, double x, double y, double size)
    {
        double reach = size * 0.7 + (Edge?.Width ?? 0);
        return x > area.X - reach && x < area.Right + reach && y > area.Y - reach && y < area.Bottom + reach;
    }

    /// <summary>The colour of each point, by whichever way the scatter gives it.</summary>
    private readonly struct PointColors
    {
        private readonly Scatter _scatter;
        private readonly Color _one;
        private readonly Ink _ink;
        private readonly ColorScale? _scale;
        private readonly Ink[] _inks = [];

        internal PointColors(Scatter scatter, Color turn)
        {
            _scatter = scatter;
            Color color = scatter.Color ?? turn;
            _one = color.WithAlpha(color.Alpha * scatter.Opacity);
            _ink = new(_one);
            _scale = scatter.Colors is null ? scatter.ColorScale : null;
            if (_scale is not null)
                _inks = [.. scatter.Map.Colors.Select(entry => new Ink(entry.WithAlpha(entry.Alpha * scatter.Opacity)))];
        }

        internal Color At(int i)
        {
            Color color = _scatter.Colors?[i] ?? (_scale is { } scale ? scale.Map.At(scale.Normalisation.At(_scatter.Values![i])) : _one);
            return _scatter.Colors is null && _scale is null ? color : color.WithAlpha(color.Alpha * _scatter.Opacity);
        }

        internal Ink InkOf(int i)
        {
            if (_scale is not null)
            {
                double share = _scale.Normalisation.At(_scatter.Values![i]);
                return _inks[share > 0 ? (int)Math.Min(share * _inks.Length, _inks.Length - 1) : 0];
            }

            return _scatter.Colors is null ? _ink : new(At(i));
        }
    }
}
