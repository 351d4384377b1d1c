using System.Numerics.Tensors;

namespace Cymatic.Plot;

/// <summary>Rows × columns of numbers to be plotted; NaN and infinities are holes. Its array is handed over: nobody writes to it any
/// more.</summary>
public sealed class Matrix
{
    private readonly float[] _values;
    private readonly Lazy<(float Least, float Greatest)> _range;
    private bool? _whole;

    /// <summary>Takes over an array of row after row.</summary>
    /// <param name="values">Row after row.</param>
    /// <param name="columns">Numbers in a row, at least 1.</param>
    /// <exception cref="ArgumentException">The numbers are no whole rows.</exception>
    public Matrix(float[] values, int columns)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (values.Length % columns != 0)
            throw new ArgumentException($"{values.Length} numbers are no whole rows of {columns}.", nameof(values));
        (_values, Columns, Rows) = (values, columns, values.Length / columns);
        _range = new(FiniteRange);
    }

    /// <summary>How many rows.</summary>
    public int Rows { get; }

    /// <summary>How many columns.</summary>
    public int Columns { get; }

    /// <summary>All numbers, row after row.</summary>
    public ReadOnlySpan<float> Values => _values;

    /// <summary>The number in a row and a column.</summary>
    public float this[int row, int column] => _values[row * Columns + column];

    /// <summary>The numbers of a row.</summary>
    public ReadOnlySpan<float> this[int row] => _values.AsSpan(row * Columns, Columns);

    /// <summary>Numbers made by a function of row and column.</summary>
    public static Matrix From(int rows, int columns, Func<int, int, double> value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentNullException.ThrowIfNull(value);
        var values = new float[checked(rows * columns)];
        for (int i = 0; i < values.Length; i++)
            values[i] = (float)value(i / columns, i % columns);
        return new(values, columns);
    }

    /// <summary>Copies an array of rows and columns.</summary>
    public static Matrix From(double[,] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return From(values.GetLength(0), Math.Max(1, values.GetLength(1)), (row, column) => values[row, column]);
    }

    /// <summary>Columns for rows and rows for columns.</summary>
    public Matrix Transposed()
    {
        var values = new float[_values.Length];
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < Columns; column++)
                values[column * Rows + row] = _values[row * Columns + column];
        }

        return new(values, Math.Max(1, Rows));
    }

    /// <summary>The least and the greatest finite number; (NaN, NaN) when there is none.</summary>
    internal (float Least, float Greatest) Range => _range.Value;

    /// <summary>Whether every number is finite.</summary>
    internal bool IsWhole => _whole ??= float.IsFinite(TensorPrimitives.Sum<float>(_values)) || _values.All(float.IsFinite);

    /// <summary>The least positive number; NaN when there is none.</summary>
    internal float LeastPositive()
    {
        float least = float.PositiveInfinity;
        foreach (float value in _values)
            least = value > 0 && value < least ? value : least;
        return float.IsFinite(least) ? least : float.NaN;
    }

    private (float, float) FiniteRange()
    {
        if (_values.Length == 0)
            return (float.NaN, float.NaN);
        float least = TensorPrimitives.Min<float>(_values), greatest = TensorPrimitives.Max<float>(_values);
        if (float.IsFinite(least) && float.IsFinite(greatest))
            return (least, greatest);
        (least, greatest) = (float.PositiveInfinity, float.NegativeInfinity);
        foreach (float value in _values)
        {
            if (float.IsFinite(value))
                (least, greatest) = (Math.Min(least, value), Math.Max(greatest, value));
        }

        return greatest >= least ? (least, greatest) : (float.NaN, float.NaN);
    }
}
