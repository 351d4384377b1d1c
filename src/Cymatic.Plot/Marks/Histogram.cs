using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>How many of some numbers lie in each of equal intervals, as bars.</summary>
public sealed record Histogram : Mark
{
    private readonly double[] _counts;

    /// <summary>Counts the finite numbers.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="bins">How many intervals, 1 to 100,000.</param>
    /// <param name="range">The intervals' outer edges; numbers outside do not count. Null: the least and the greatest number.</param>
    /// <exception cref="ArgumentException">A range that is empty.</exception>
    /// <remarks>As <c>numpy.histogram</c>: intervals hold their lower edge, the last one its upper edge too.</remarks>
    public Histogram(Numbers values, int bins = 10, (double From, double To)? range = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bins, 100_000);
        if (range is { } given && !(given.To > given.From && double.IsFinite(given.To - given.From)))
            throw new ArgumentException($"The range from {given.From} to {given.To} is empty.", nameof(range));
        var (least, greatest) = values.Range();
        (From, To) = range ?? (double.IsNaN(least) ? (0, 1) : least == greatest ? (least - 0.5, least + 0.5) : (least, greatest));
        _counts = new double[bins];
        for (int i = 0; i < values.Count; i++)
        {
            double value = values[i];
            if (value >= From && value <= To)
                _counts[Bin(value)]++;
        }

        Count = (long)_counts.Sum();
    }

    /// <summary>The lower edge of the first interval.</summary>
    public double From { get; }

    /// <summary>The upper edge of the last interval.</summary>
    public double To { get; }

    /// <summary>How many numbers lie in all intervals together.</summary>
    public long Count { get; }

    /// <summary>How many numbers lie in each interval.</summary>
    public IReadOnlyList<double> Counts => _counts;

    /// <summary>Whether heights are such that the area of all bars is 1.</summary>
    public bool IsDensity { get; init; }

    /// <summary>The colour of the bars. Null: the next of the palette.</summary>
    public Color? Color { get; init; }

    internal override bool TakesColor => Color is null;

    private double BinWidth => (To - From) / _counts.Length;

    internal override Reach Reach(Scale x, Scale y) => Bars().Reach(x, y);

    internal override void Draw(Pen pen) => Bars().Draw(pen);

    internal override void DrawKey(Canvas canvas, Box box, Pen pen) => Bars().DrawKey(canvas, box, pen);

    internal override IEnumerable<(double X, double Y)> Obstacles(Projection projection) => Bars().Obstacles(projection);

    private Bars Bars()
    {
        double factor = IsDensity && Count > 0 ? 1 / (Count * BinWidth) : 1;
        return new(Numbers.Steps(_counts.Length, From + BinWidth / 2, BinWidth), Numbers.From(_counts).Map(count => count * factor))
        {
            Width = BinWidth,
            Color = Color,
            Opacity = Opacity,
        };
    }

    private int Bin(double value)
    {
        int bin = Math.Min((int)((value - From) / (To - From) * _counts.Length), _counts.Length - 1);
        // Rounding may put a number that lies on an edge beside it.
        while (bin > 0 && value < From + bin * BinWidth)
            bin--;
        while (bin < _counts.Length - 1 && value >= From + (bin + 1) * BinWidth)
            bin++;
        return bin;
    }
}
