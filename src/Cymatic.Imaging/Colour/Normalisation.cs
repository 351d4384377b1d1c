namespace Cymatic.Imaging;

/// <summary>Brings numbers of a range to 0 … 1, the positions in a <see cref="ColorMap"/>.</summary>
/// <remarks>
/// Limits that are not given follow the data: <see cref="Fit"/>. What lies outside goes below 0 or above 1; NaN, and what has no place
/// (such as 0 in a logarithm), goes to NaN.
/// </remarks>
public abstract record Normalisation
{
    private protected Normalisation()
    {
    }

    /// <summary>From straight proportion.</summary>
    public static Normalisation Linear { get; } = new LinearNormalisation();

    /// <summary>By logarithm, for positive numbers.</summary>
    public static Normalisation Log { get; } = new LogNormalisation();

    /// <summary>The number at 0. Null: the least of the data.</summary>
    public double? Low
    {
        get;
        init => field = value is null || double.IsFinite(value.Value) ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A limit must be finite.");
    }

    /// <summary>The number at 1. Null: the greatest of the data.</summary>
    public double? High
    {
        get;
        init => field = value is null || double.IsFinite(value.Value) ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A limit must be finite.");
    }

    /// <summary>By logarithm on both sides of 0, straight between ±<paramref name="threshold"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A threshold that is not positive.</exception>
    public static Normalisation Symlog(double threshold) => new SymlogNormalisation(threshold);

    /// <summary>By a power of the straight proportion: below 1, small numbers get more colours.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An exponent that is not positive.</exception>
    public static Normalisation Power(double exponent) => new PowerNormalisation(exponent);

    /// <summary>By straight proportion with a number in the middle, as far to both sides as the data reach to either.</summary>
    public static Normalisation Centred(double center = 0) => new CentredNormalisation(center);

    /// <summary>A single colour between one boundary and the next.</summary>
    /// <param name="boundaries">At least two, rising.</param>
    /// <exception cref="ArgumentException">Fewer than two, or not rising.</exception>
    public static Normalisation Boundaries(params IReadOnlyList<double> boundaries) => new BoundaryNormalisation(boundaries);

    /// <summary>The same with limits wherever they are not given yet.</summary>
    /// <param name="least">The least of the data; NaN when there are none.</param>
    /// <param name="greatest">The greatest of the data.</param>
    public virtual Normalisation Fit(double least, double greatest)
    {
        if (!double.IsFinite(least) || !double.IsFinite(greatest))
            (least, greatest) = (0, 1);
        return this with { Low = Low ?? least, High = High ?? greatest };
    }

    /// <summary>The position of a number, 0 at <see cref="Low"/> to 1 at <see cref="High"/>; it must have both.</summary>
    public abstract double At(double value);

    /// <summary>The number at a position: the inverse of <see cref="At"/>.</summary>
    public abstract double Inverse(double position);

    // Where all numbers are equal, they lie in the middle.
    private protected static double Share(double from, double to, double at) =>
        to != from ? (at - from) / (to - from) : at == from ? 0.5 : at < from ? -1 : at > from ? 2 : double.NaN;
}

/// <summary>Straight proportion.</summary>
public sealed record LinearNormalisation : Normalisation
{
    /// <inheritdoc/>
    public override double At(double value) => Share(Low!.Value, High!.Value, value);

    /// <inheritdoc/>
    public override double Inverse(double position) => double.Lerp(Low!.Value, High!.Value, position);
}

/// <summary>Proportion of logarithms, for positive numbers.</summary>
public sealed record LogNormalisation : Normalisation
{
    /// <inheritdoc/>
    public override Normalisation Fit(double least, double greatest) =>
        base.Fit(least > 0 ? least : greatest > 0 ? greatest * 1e-6 : 1, greatest > 0 ? greatest : 10);

    /// <inheritdoc/>
    public override double At(double value) => value > 0 ? Share(Math.Log(Low!.Value), Math.Log(High!.Value), Math.Log(value)) : double.NaN;

    /// <inheritdoc/>
    public override double Inverse(double position) => Math.Exp(double.Lerp(Math.Log(Low!.Value), Math.Log(High!.Value), position));
}

/// <summary>Proportion of logarithms on both sides of 0, straight between ±threshold.</summary>
/// <param name="Threshold">Positive.</param>
public sealed record SymlogNormalisation(double Threshold) : Normalisation
{
    /// <summary>Positive.</summary>
    public double Threshold { get; } = Threshold > 0 ? Threshold
        : throw new ArgumentOutOfRangeException(nameof(Threshold), Threshold, "A threshold must be positive.");

    /// <inheritdoc/>
    public override double At(double value) => Share(Forward(Low!.Value), Forward(High!.Value), Forward(value));

    /// <inheritdoc/>
    public override double Inverse(double position)
    {
        double y = double.Lerp(Forward(Low!.Value), Forward(High!.Value), position), size = Math.Abs(y);
        return Math.Sign(y) * Threshold * (size <= 1 ? size : Math.Pow(10, size - 1));
    }

    private double Forward(double value)
    {
        double size = Math.Abs(value) / Threshold;
        return double.IsNaN(value) ? double.NaN : Math.Sign(value) * (size <= 1 ? size : 1 + Math.Log10(size));
    }
}

/// <summary>A power of the straight proportion.</summary>
/// <param name="Exponent">Positive.</param>
public sealed record PowerNormalisation(double Exponent) : Normalisation
{
    /// <summary>Positive.</summary>
    public double Exponent { get; } = Exponent > 0 ? Exponent
        : throw new ArgumentOutOfRangeException(nameof(Exponent), Exponent, "An exponent must be positive.");

    /// <inheritdoc/>
    public override double At(double value)
    {
        double share = Share(Low!.Value, High!.Value, value);
        return share < 0 ? share : Math.Pow(share, Exponent);
    }

    /// <inheritdoc/>
    public override double Inverse(double position) => double.Lerp(Low!.Value, High!.Value, Math.Pow(Math.Max(0, position), 1 / Exponent));
}

/// <summary>Straight proportion with a number in the middle.</summary>
/// <param name="Center">The number in the middle.</param>
public sealed record CentredNormalisation(double Center) : Normalisation
{
    /// <inheritdoc/>
    public override Normalisation Fit(double least, double greatest)
    {
        double reach = Math.Max(Math.Abs((High ?? greatest) - Center), Math.Abs((Low ?? least) - Center));
        if (!(reach > 0 && double.IsFinite(reach)))
            reach = 1;
        return this with { Low = Center - reach, High = Center + reach };
    }

    /// <inheritdoc/>
    public override double At(double value) => Share(Low!.Value, High!.Value, value);

    /// <inheritdoc/>
    public override double Inverse(double position) => double.Lerp(Low!.Value, High!.Value, position);
}

/// <summary>A single colour between one boundary and the next.</summary>
public sealed record BoundaryNormalisation : Normalisation
{
    private readonly double[] _edges;

    /// <param name="edges">At least two, rising.</param>
    public BoundaryNormalisation(IReadOnlyList<double> edges)
    {
        ArgumentNullException.ThrowIfNull(edges);
        _edges = [.. edges];
        if (_edges.Length < 2)
            throw new ArgumentException($"{_edges.Length} boundaries have nothing between them.", nameof(edges));
        for (int i = 1; i < _edges.Length; i++)
        {
            if (!(_edges[i] > _edges[i - 1]))
                throw new ArgumentException($"Boundaries must rise, but {_edges[i - 1]} is followed by {_edges[i]}.", nameof(edges));
        }

        (Low, High) = (_edges[0], _edges[^1]);
    }

    /// <summary>The boundaries, rising.</summary>
    public IReadOnlyList<double> Edges => _edges;

    /// <inheritdoc/>
    public override double At(double value)
    {
        if (!(value >= _edges[0]))
            return double.IsNaN(value) ? value : -1;
        if (value > _edges[^1])
            return 2;
        int found = Array.BinarySearch(_edges, value), interval = Math.Min(found >= 0 ? found : ~found - 1, _edges.Length - 2);
        return _edges.Length == 2 ? 0.5 : (double)interval / (_edges.Length - 2);
    }

    // Along a bar of equal intervals, so that each colour gets the same room.
    /// <inheritdoc/>
    public override double Inverse(double position)
    {
        double at = Math.Clamp(position, 0, 1) * (_edges.Length - 1);
        int interval = Math.Min((int)at, _edges.Length - 2);
        return double.Lerp(_edges[interval], _edges[interval + 1], at - interval);
    }
}
