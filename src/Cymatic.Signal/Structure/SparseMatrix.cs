namespace Cymatic.Signal;

/// <summary>A square matrix most of whose numbers are 0: those that are not, row after row, the columns of a row rising.</summary>
public sealed class SparseMatrix
{
    private readonly int[] _starts, _columns;
    private readonly float[] _values;

    private SparseMatrix(int[] starts, int[] columns, float[] values) => (_starts, _columns, _values) = (starts, columns, values);

    /// <summary>Rows, and columns.</summary>
    public int Rows => _starts.Length - 1;

    /// <summary>How many numbers are kept.</summary>
    public int Count => _values.Length;

    /// <summary>The columns of a row in which numbers are kept, rising.</summary>
    public ReadOnlySpan<int> ColumnsOf(int row) => _columns.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);

    /// <summary>The numbers of a row that are kept.</summary>
    public ReadOnlySpan<float> ValuesOf(int row) => _values.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);

    /// <summary>The number in a row and a column.</summary>
    public float this[int row, int column]
    {
        get
        {
            int at = ColumnsOf(row).BinarySearch(column);
            return at < 0 ? 0 : ValuesOf(row)[at];
        }
    }

    /// <summary>The numbers of a square matrix that are not 0.</summary>
    /// <exception cref="ArgumentException">The matrix is not square or not finite.</exception>
    public static SparseMatrix From(DenseMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        matrix.CheckSquare(nameof(matrix));
        return FromRows(matrix.Rows, (row, add) =>
        {
            ReadOnlySpan<float> numbers = matrix[row];
            for (int column = 0; column < numbers.Length; column++)
            {
                if (numbers[column] != 0)
                    add(column, numbers[column]);
            }
        });
    }

    /// <summary>All numbers, the zeros too: rows² of them.</summary>
    public DenseMatrix ToDense() => Pooled(Rows);

    /// <summary>The sum of each row.</summary>
    public double[] RowSums()
    {
        var sums = new double[Rows];
        for (int row = 0; row < sums.Length; row++)
        {
            foreach (float value in ValuesOf(row))
                sums[row] += value;
        }

        return sums;
    }

    /// <summary>The largest number of each block of rows and columns, for pictures that have fewer pixels than this has rows.</summary>
    /// <param name="most">Rows of the result at most, at least 1.</param>
    public DenseMatrix Pooled(int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        int size = Math.Min(most, Rows);
        var values = new float[checked(size * size)];
        for (int row = 0; row < Rows; row++)
        {
            ReadOnlySpan<int> columns = ColumnsOf(row);
            ReadOnlySpan<float> numbers = ValuesOf(row);
            Span<float> target = values.AsSpan((int)((long)row * size / Rows) * size, size);
            for (int k = 0; k < columns.Length; k++)
            {
                ref float pooled = ref target[(int)((long)columns[k] * size / Rows)];
                pooled = pooled == 0 ? numbers[k] : Math.Max(pooled, numbers[k]);
            }
        }

        return new(values, Math.Max(1, size));
    }

    /// <summary>A matrix whose rows are added one after the other, the columns of a row rising.</summary>
    internal static SparseMatrix FromRows(int rows, Action<int, Action<int, float>> row)
    {
        var starts = new int[rows + 1];
        List<int> columns = [];
        List<float> values = [];
        void Add(int column, float value)
        {
            columns.Add(column);
            values.Add(value);
        }

        for (int i = 0; i < rows; i++)
        {
            row(i, Add);
            starts[i + 1] = columns.Count;
        }

        return new(starts, [.. columns], [.. values]);
    }
}
