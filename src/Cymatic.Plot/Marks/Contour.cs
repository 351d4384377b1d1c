using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>Lines along which a matrix has the same values.</summary>
public sealed record Contour : Mark
{
    private const double LabelMargin = 8;

    /// <summary>The contours of a matrix.</summary>
    public Contour(Matrix values) => Values = values ?? throw new ArgumentNullException(nameof(values));

    /// <summary>The numbers.</summary>
    public Matrix Values { get; }

    /// <summary>Where the columns are, rising or falling. Null: 0, 1, 2 …</summary>
    /// <exception cref="ArgumentException">Not as many as columns, or not in order.</exception>
    public Numbers? X { get; init => field = CellAxis.Check(value, Values.Columns, nameof(X), "columns"); }

    /// <summary>Where the rows are, rising or falling. Null: 0, 1, 2 …</summary>
    /// <exception cref="ArgumentException">Not as many as rows, or not in order.</exception>
    public Numbers? Y { get; init => field = CellAxis.Check(value, Values.Rows, nameof(Y), "rows"); }

    /// <summary>The values of the lines, rising. Null: about eight round ones.</summary>
    /// <exception cref="ArgumentException">Levels that do not rise, or over 1000.</exception>
    public IReadOnlyList<double>? Levels { get; init => field = ContourLevels.Check(value, 1); }

    /// <summary>The colour of all lines. Null: by <see cref="Map"/>.</summary>
    public Color? Color { get; init; }

    /// <summary>The colours of the values.</summary>
    public ColorMap Map { get; init; } = ColorMap.Viridis;

    /// <summary>How the values are spread over the colours; open limits are the first and the last level.</summary>
    public Normalisation Normalisation { get; init; } = Normalisation.Linear;

    /// <summary>Width of the lines in layout units.</summary>
    public double Width { get; init => field = Points.LineWidth(value); } = 1.5;

    /// <summary>Whether values are written into the lines.</summary>
    public bool Labelled { get; init; }

    internal override ColorScale? ColorScale => Color is null ? Scaled(Lines()) : null;

    internal override Reach Reach(Scale x, Scale y) => GridNodes.Reach(Values, X, Y);

    internal override void Draw(Pen pen)
    {
        IReadOnlyList<double> levels = Lines();
        if (levels.Count == 0)
            return;
        GridNodes nodes = new(Values, X, Y);
        ColorScale scale = Scaled(levels);
        NumberFormat format = NumberFormat.For(levels);
        IReadOnlyList<ContourLine>[] traced = MarchingSquares.Trace(Values, levels);
        List<(double X, double Y, double Half)> taken = [];
        using SavedCanvas clip = pen.Clip();
        for (int i = 0; i < levels.Count; i++)
        {
            Color color = Color ?? scale.Map.At(scale.Normalisation.At(levels[i]));
            var stroke = new Stroke(color.WithAlpha(color.Alpha * Opacity), Width) { Join = LineJoin.Round };
            TextStyle style = pen.Theme.NumberStyle with { Size = pen.Theme.FontSize * 0.8, Color = color };
            RichText? label = Labelled ? RichText.Set(format.Write(levels[i]), style) : null;
            foreach (ContourLine line in traced[i])
            {
                (double X, double Y)[] places = nodes.Place(line, pen.Projection);
                if (label is null)
                    pen.Canvas.Polyline(places, stroke);
                else
                    DrawLabelled(pen, (places, stroke), label, taken);
            }
        }
    }

    internal override void DrawKey(Canvas canvas, Box box, Pen pen)
    {
        double y = box.Y + box.Height / 2;
        canvas.Line((box.X, y), (box.Right, y), new Stroke((Color ?? Map.At(0.5)).WithAlpha(Opacity), Width));
    }

    private static void DrawLabelled(
        Pen pen, ((double X, double Y)[] Places, Stroke Stroke) line, RichText label, List<(double X, double Y, double Half)> taken)
    {
        double length = label.Width + LabelMargin;
        if (ContourLabel.Find(line.Places, length, pen.Area, taken) is not { } gap)
        {
            pen.Canvas.Polyline(line.Places, line.Stroke);
            return;
        }

        pen.Canvas.Polyline(line.Places.AsSpan(0, gap.From + 1), line.Stroke);
        pen.Canvas.Polyline(line.Places.AsSpan(gap.To), line.Stroke);
        label.Draw(pen.Canvas, (gap.X, gap.Y), 0.5, 0.5, gap.Radians);
        taken.Add((gap.X, gap.Y, length / 2));
    }

    private IReadOnlyList<double> Lines() => Levels ?? ContourLevels.Round(Values.Range.Least, Values.Range.Greatest, outside: false);

    private ColorScale Scaled(IReadOnlyList<double> levels) =>
        new(Map, Normalisation.Fit(levels.Count > 0 ? levels[0] : double.NaN, levels.Count > 0 ? levels[^1] : double.NaN));
}
