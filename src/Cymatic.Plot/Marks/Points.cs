namespace Cymatic.Plot;

/// <summary>What marks made of points share.</summary>
internal static class Points
{
    private const int MostObstacles = 1000;
    private const double Apart = 10;

    /// <summary>Refuses coordinates of different lengths.</summary>
    internal static Numbers Matching(Numbers one, Numbers other, (string One, string Other) names)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return one.Count == other.Count ? other
            : throw new ArgumentException($"{one.Count} numbers of {names.One} do not match {other.Count} of {names.Other}.", names.Other);
    }

    /// <summary>Refuses sizes that are negative or not finite.</summary>
    internal static double Size(double value) => value is >= 0 and <= 10000 ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A size must lie between 0 and 10,000.");

    /// <summary>Refuses widths of lines that are not positive.</summary>
    internal static double LineWidth(double value) => value is > 0 and <= 10000 ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "The width of a line must be positive, and at most 10,000.");

    /// <summary>Refuses sizes of letters that are not positive.</summary>
    internal static double LetterSize(double value) => value is > 0 and <= 10000 ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "The size of letters must be positive, and at most 10,000.");

    /// <summary>Refuses dashes of which a line cannot be made.</summary>
    internal static IReadOnlyList<double> Dash(IReadOnlyList<double> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Count == 0 || (value.All(length => length is >= 0 and <= 10000) && value.Sum() > 0) ? value
            : throw new ArgumentException("Dashes and gaps must not be negative, and not all 0.", nameof(value));
    }

    /// <summary>Some of the places of points.</summary>
    internal static IEnumerable<(double X, double Y)> Some(Numbers x, Numbers y, Projection projection)
    {
        int stride = Math.Max(1, y.Count / MostObstacles);
        for (int i = 0; i < y.Count; i += stride)
            yield return projection.Place(x[i], y[i]);
    }

    /// <summary>Some of the places along the lines between points.</summary>
    internal static IEnumerable<(double X, double Y)> Along(Numbers x, Numbers y, Projection projection)
    {
        (double X, double Y) last = (double.NaN, double.NaN);
        foreach (var point in Some(x, y, projection))
        {
            double distance = Math.Min(Math.Max(Math.Abs(point.X - last.X), Math.Abs(point.Y - last.Y)), 2000);
            for (double at = Apart; at < distance; at += Apart)
                yield return (double.Lerp(last.X, point.X, at / distance), double.Lerp(last.Y, point.Y, at / distance));
            yield return point;
            last = point;
        }
    }
}
