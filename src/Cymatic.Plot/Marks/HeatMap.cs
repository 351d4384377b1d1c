using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>The edge at which the first row of a matrix lies.</summary>
public enum Origin
{
    /// <summary>Above, as in pictures: the vertical axis runs downwards.</summary>
    Upper,

    /// <summary>Below, as in plots.</summary>
    Lower,
}

/// <summary>Numbers in rows and columns as colours; NaN is a hole. Where a pixel holds many numbers, it shows their mean.</summary>
public sealed record HeatMap : Mark
{
    /// <summary>A matrix.</summary>
    public HeatMap(Matrix values) => Values = values ?? throw new ArgumentNullException(nameof(values));

    /// <summary>The numbers.</summary>
    public Matrix Values { get; }

    /// <summary>Where the outer edges of the first and the last column lie. Null: −½ and the number of columns − ½.</summary>
    public (double From, double To)? ExtentX { get; init => field = Finite(value); }

    /// <summary>Where the outer edges of the first and the last row lie. Null: −½ and the number of rows − ½.</summary>
    public (double From, double To)? ExtentY { get; init => field = Finite(value); }

    /// <summary>Where the centres of the columns lie, rising or falling. Null: by <see cref="ExtentX"/>.</summary>
    /// <exception cref="ArgumentException">Not as many as columns, or not in order.</exception>
    public Numbers? X { get; init => field = CellAxis.Check(value, Values.Columns, nameof(X), "columns"); }

    /// <summary>Where the centres of the rows lie, rising or falling. Null: by <see cref="ExtentY"/>.</summary>
    /// <exception cref="ArgumentException">Not as many as rows, or not in order.</exception>
    public Numbers? Y { get; init => field = CellAxis.Check(value, Values.Rows, nameof(Y), "rows"); }

    /// <summary>The edge of the first row. Null: below where extents or coordinates of rows are given, else above.</summary>
    public Origin? Origin { get; init; }

    /// <summary>What is seen between the numbers.</summary>
    public Interpolation Interpolation { get; init; }

    /// <summary>The colours.</summary>
    public ColorMap Map { get; init; } = ColorMap.Viridis;

    /// <summary>How the numbers are spread over the colours.</summary>
    public Normalisation Normalisation { get; init; } = Normalisation.Linear;

    internal override ColorScale? ColorScale => new(Map, Fitted());

    private CellAxis Columns => X is { } centers ? CellAxis.Cells(centers)
        : CellAxis.Cells(Values.Columns, ExtentX?.From ?? -0.5, ExtentX?.To ?? Values.Columns - 0.5);

    private CellAxis Rows => Y is { } centers ? CellAxis.Cells(centers)
        : CellAxis.Cells(Values.Rows, ExtentY?.From ?? -0.5, ExtentY?.To ?? Values.Rows - 0.5);

    internal override Reach Reach(Scale x, Scale y)
    {
        if (Values.Rows == 0)
            return Plot.Reach.None;
        bool downwards = (Origin ?? (Y is null && ExtentY is null ? Plot.Origin.Upper : Plot.Origin.Lower)) == Plot.Origin.Upper;
        return Plot.Reach.Firm(Placed(x, Columns, Values.Columns), Placed(y, Rows, Values.Rows)) with { Downwards = downwards };
    }

    internal override void Draw(Pen pen)
    {
        if (Values.Rows == 0)
            return;
        double scale = pen.Surface.Scale;
        using Resampling numbers = Resampling.Of(Values, (Columns, Rows), pen.Projection, (scale, Interpolation));
        uint[] table = Coloring.Table(Map, Opacity);
        Normalisation normalisation = Fitted();
        bool opaque = table.All(color => color >= 0xFF000000) && Covers(pen.Projection) && Values.IsWhole && !Values.Values.IsEmpty
            && normalisation is LinearNormalisation or CentredNormalisation;
        Coloring.Draw(pen, numbers.Area, opaque, (row, pixels) => Coloring.Apply(numbers[row], normalisation, table, pixels));
    }

    private Normalisation Fitted()
    {
        var (least, greatest) = Values.Range;
        if (Normalisation is LogNormalisation && least <= 0)
            least = Values.LeastPositive();
        return Normalisation.Fit(least, greatest);
    }

    private bool Covers(Projection projection)
    {
        Interval x = Columns.Part, y = Rows.Part;
        return projection.X.Least >= x.Least && projection.X.Greatest <= x.Greatest && projection.Y.Least >= y.Least
            && projection.Y.Greatest <= y.Greatest;
    }

    // On a logarithmic axis, a first cell that reaches to 0 is shown from the first centre above 0.
    private static Interval Placed(Scale scale, CellAxis cells, int count)
    {
        Interval part = cells.Part;
        if (!scale.IsPositive || part.Least > 0)
            return part;
        for (int i = 0; i < count; i++)
        {
            if (cells.Number(i) > 0)
                return new(cells.Number(i), part.Greatest);
        }

        return Interval.Empty;
    }

    private static (double, double)? Finite((double From, double To)? value) =>
        value is not { } extent || (double.IsFinite(extent.From) && double.IsFinite(extent.To) && extent.From != extent.To) ? value
        : throw new ArgumentException($"An extent from {extent.From} to {extent.To} holds nothing.", nameof(value));
}
