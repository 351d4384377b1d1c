namespace Cymatic.Mosaic;

/// <summary>Rows of numbers, in memory or in a file; threads may read together.</summary>
internal abstract class Table<T>(long rows, int columns) : IDisposable
    where T : unmanaged
{
    /// <summary>Number of rows.</summary>
    public long Rows { get; } = rows;

    /// <summary>Numbers in each row.</summary>
    public int Columns { get; } = columns;

    /// <summary>Copies whole rows; as many as the target takes.</summary>
    public abstract void Read(long firstRow, Span<T> target);

    /// <summary>Rows as they lie in memory or in a mapped file; dispose to let go of them.</summary>
    public abstract TableWindow<T> Map(long firstRow, int rows);

    /// <inheritdoc/>
    public virtual void Dispose()
    {
    }

    /// <summary>Refuses rows that are not there.</summary>
    protected void Check(long firstRow, long rows)
    {
        if (firstRow < 0 || firstRow > Rows - rows)
        {
            throw new ArgumentOutOfRangeException(
                nameof(firstRow), firstRow, $"Rows {firstRow} to {firstRow + rows} are not in a table of {Rows}.");
        }
    }
}
