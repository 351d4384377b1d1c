namespace Cymatic.Plot;

/// <summary>The part of an axis that is seen. Either end may be open: it follows the data.</summary>
/// <param name="From">The number at the left or lower end. Null: the least of the data. Above <paramref name="To"/>, the axis runs
/// downwards.</param>
/// <param name="To">The number at the right or upper end. Null: the greatest of the data.</param>
public readonly record struct Limits(double? From, double? To)
{
    /// <summary>Both ends follow the data.</summary>
    public static Limits Auto => default;

    /// <summary>Both ends are given.</summary>
    public static implicit operator Limits((double? From, double? To) limits) => FromValueTuple(limits);

    /// <summary>Both ends are given.</summary>
    public static Limits FromValueTuple((double? From, double? To) limits) => new(limits.From, limits.To);
}

