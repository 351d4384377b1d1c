using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>The bands between the contours of a matrix, each in one colour; holes stay empty.</summary>
public sealed record FilledContour : Mark
{
    /// <summary>The bands of a matrix.</summary>
    public FilledContour(Matrix values) => Values = values ?? throw new ArgumentNullException(nameof(values));

    /// <summary>The numbers.</summary>
    public Matrix Values { get; }

    /// <summary>Where the columns are, rising or falling. Null: 0, 1, 2 …</summary>
    /// <exception cref="ArgumentException">Not as many as columns, or not in order.</exception>
    public Numbers? X { get; init => field = CellAxis.Check(value, Values.Columns, nameof(X), "columns"); }

    /// <summary>Where the rows are, rising or falling. Null: 0, 1, 2 …</summary>
    /// <exception cref="ArgumentException">Not as many as rows, or not in order.</exception>
    public Numbers? Y { get; init => field = CellAxis.Check(value, Values.Rows, nameof(Y), "rows"); }

    /// <summary>The values between the bands, rising; what lies below the first or above the last is not filled. Null: round
    /// ones.</summary>
    /// <exception cref="ArgumentException">Fewer than two levels, levels that do not rise, or over 1000.</exception>
    public IReadOnlyList<double>? Levels { get; init => field = ContourLevels.Check(value, 2); }

    /// <summary>Whether what lies below the first and above the last level has the colour of the nearest band.</summary>
    public bool Extended { get; init; }

    /// <summary>The colours.</summary>
    public ColorMap Map { get; init; } = ColorMap.Viridis;

    /// <summary>How the middles of the bands are spread over the colours; open limits are the first and the last level.</summary>
    public Normalisation Normalisation { get; init; } = Normalisation.Linear;

    internal override ColorScale? ColorScale => Bounds() is { Count: >= 2 } levels ? new(Map, Fitted(levels)) { Bands = levels } : null;

    internal override Reach Reach(Scale x, Scale y) => GridNodes.Reach(Values, X, Y);

    internal override void Draw(Pen pen)
    {
        if (Bounds() is not { Count: >= 2 } levels || Values.Rows == 0)
            return;
        uint[] colors = Colors(levels);
        if (pen.Surface.IsPage)
            DrawShapes(pen, levels);
        else
            DrawPixels(pen, levels, colors);
    }

    internal override void DrawKey(Canvas canvas, Box box, Pen pen) => canvas.FillRectangle(box, Map.At(0.5).WithAlpha(Opacity));

    private void DrawPixels(Pen pen, IReadOnlyList<double> levels, uint[] colors)
    {
        GridNodes nodes = new(Values, X, Y);
        using Resampling numbers =
            Resampling.Of(Values, (nodes.Columns, nodes.Rows), pen.Projection, (pen.Surface.Scale, Interpolation.Linear));
        Bands bands = new(levels, colors);
        bands.Place(numbers);
        Coloring.Draw(pen, numbers.Area, opaque: false, (row, pixels) => bands.Color(numbers, row, pixels));
    }

    // A band is what lies above its lower level without what lies above its upper one.
    private void DrawShapes(Pen pen, IReadOnlyList<double> levels)
    {
        GridNodes nodes = new(Values, X, Y);
        double[] bounds = Extended ? [-1e30, .. levels, 1e30] : [.. levels];
        IReadOnlyList<ContourLine>[] outlines = MarchingSquares.Outline(Values, bounds);
        uint[] table = Colors(levels);
        using SavedCanvas clip = pen.Clip();
        for (int band = 0; band + 1 < bounds.Length; band++)
        {
            CanvasPath path = pen.Canvas.Path();
            foreach (ContourLine line in outlines[band])
                Append(path, nodes.Place(line, pen.Projection));
            foreach (ContourLine line in outlines[band + 1])
                Append(path, nodes.Place(new([.. line.Points.Reverse()], true), pen.Projection));
            path.Fill(BandColor(levels, Extended ? band : band + 1, table.Length));
        }
    }

    private static void Append(CanvasPath path, (double X, double Y)[] places)
    {
        for (int i = 0; i < places.Length; i++)
        {
            if (i == 0)
                path.MoveTo(places[i].X, places[i].Y);
            else
                path.LineTo(places[i].X, places[i].Y);
        }

        path.Close();
    }

    /// <summary>The colour below the first level, those of the bands, that above the last level.</summary>
    private uint[] Colors(IReadOnlyList<double> levels) =>
        [.. Enumerable.Range(0, levels.Count + 1).Select(band => BandColor(levels, band, levels.Count + 1).ToPremultipliedArgb())];

    private Color BandColor(IReadOnlyList<double> levels, int band, int count)
    {
        if (!Extended && (band == 0 || band == count - 1))
            return Color.Transparent;
        int inside = Math.Clamp(band - 1, 0, levels.Count - 2);
        Color color = Map.At(Fitted(levels).At((levels[inside] + levels[inside + 1]) / 2));
        return color.WithAlpha(color.Alpha * Opacity);
    }

    private Normalisation Fitted(IReadOnlyList<double> levels) => Normalisation.Fit(levels[0], levels[^1]);

    private IReadOnlyList<double> Bounds() => Levels ?? ContourLevels.Round(Values.Range.Least, Values.Range.Greatest, outside: true);
}
