namespace Cymatic.Mosaic;

/// <summary>A table in memory.</summary>
internal sealed class MemoryTable<T>(T[] numbers, int columns) : Table<T>(numbers.LongLength / columns, columns)
    where T : unmanaged
{
    /// <inheritdoc/>
    public override void Read(long firstRow, Span<T> target)
    {
        Check(firstRow, target.Length / Columns);
        numbers.AsSpan(checked((int)(firstRow * Columns)), target.Length).CopyTo(target);
    }

    /// <inheritdoc/>
    public override TableWindow<T> Map(long firstRow, int rows)
    {
        Check(firstRow, rows);
        return new(numbers.AsSpan(checked((int)(firstRow * Columns)), rows * Columns));
    }
}
