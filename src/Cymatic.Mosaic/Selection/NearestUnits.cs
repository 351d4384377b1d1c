using Cymatic.Signal;

namespace Cymatic.Mosaic;

/// <summary>How far rows of numbers are from each other.</summary>
public enum UnitMetric
{
    /// <summary>One less the cosine of the angle between them, 0 to 2; a row of zeros is 1 from everything.</summary>
    Cosine,

    /// <summary>The length of their difference.</summary>
    Euclidean,
}

/// <summary>Finds the nearest of very many rows, exactly.</summary>
public static class NearestUnits
{
    /// <summary>For each query the nearest rows, on all cores; of rows as far as each other the earlier comes first.</summary>
    /// <param name="units">Rows of features.</param>
    /// <param name="queries">Rows of as many features.</param>
    /// <param name="count">How many of them, from 1 to as many as there are.</param>
    /// <param name="metric">What near means.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ArgumentException">Queries of another number of features.</exception>
    public static Neighbours Find(
        DenseMatrix units, DenseMatrix queries, int count, UnitMetric metric = UnitMetric.Cosine, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(queries);
        if (queries.Columns != units.Columns)
        {
            throw new ArgumentException(
                $"Queries of {queries.Columns} features are not near units of {units.Columns}.", nameof(queries));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, units.Rows);
        return new NearestSearch(new MemoryTable<float>(units.Values, units.Columns), metric).Find(queries, count, null, cancel);
    }
}
