namespace Cymatic.Signal;

/// <summary>Rows × columns of float32: observations × features for learning, n × n for similarities. Values are handed over and not
/// written to.</summary>
public class DenseMatrix
{
    /// <summary>Wraps numbers without copying: the caller hands them over and writes to them no more.</summary>
    /// <param name="values">Row after row.</param>
    /// <param name="columns">Numbers in a row, at least 1.</param>
    /// <exception cref="ArgumentException">The numbers are no whole rows.</exception>
    public DenseMatrix(float[] values, int columns)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (values.Length % columns != 0)
            throw new ArgumentException($"{values.Length} numbers are no whole rows of {columns}.", nameof(values));
        (Values, Columns, Rows) = (values, columns, values.Length / columns);
    }

    /// <summary>All numbers, row after row; to be read, not written.</summary>
    public float[] Values { get; }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Numbers in a row.</summary>
    public int Columns { get; }

    /// <summary>The numbers of one row.</summary>
    public ReadOnlySpan<float> this[int row] => Values.AsSpan(row * Columns, Columns);

    /// <summary>The number in a row and a column.</summary>
    public float this[int row, int column] => this[row][column];

    /// <summary>Numbers made by a function of row and column.</summary>
    public static DenseMatrix From(int rows, int columns, Func<int, int, double> value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        ArgumentNullException.ThrowIfNull(value);
        var values = new float[checked(rows * columns)];
        for (int i = 0; i < values.Length; i++)
            values[i] = (float)value(i / columns, i % columns);
        return new(values, columns);
    }

    /// <summary>Rows for columns and columns for rows; the matrix has at least one row.</summary>
    public DenseMatrix Transposed()
    {
        var values = new float[Values.Length];
        for (int row = 0; row < Rows; row++)
        {
            ReadOnlySpan<float> from = this[row];
            for (int column = 0; column < from.Length; column++)
                values[(column * Rows) + row] = from[column];
        }

        return new(values, Math.Max(1, Rows));
    }

    /// <summary>Refuses numbers that are not finite and matrices that are too small.</summary>
    /// <exception cref="ArgumentException">A number is NaN or infinite, or there are too few rows.</exception>
    internal void Check(string name, int leastRows = 1)
    {
        if (Rows < leastRows)
            throw new ArgumentException($"{Rows} rows of {Columns} numbers are too few: at least {leastRows} are needed.", name);
        if (!Finite.All<float>(Values))
            throw new ArgumentException($"A number among the {Rows} rows of {Columns} is not finite.", name);
    }

    /// <summary>Refuses matrices that are not square, with a sentence.</summary>
    internal void CheckSquare(string name)
    {
        if (Rows != Columns)
            throw new ArgumentException($"{Rows} rows of {Columns} numbers are no square matrix.", name);
        Check(name);
    }
}
