namespace Cymatic.Signal;

/// <summary>The symmetric normalised Laplacian of a sparse affinity as something that vectors are multiplied by.</summary>
/// <remarks>The same matrix as <see cref="Laplacian.Normalised"/>: degrees of columns, the lower triangle for both halves.</remarks>
internal sealed class SparseLaplacian
{
    private readonly int[] _starts, _columns;
    private readonly double[] _weights;

    public SparseLaplacian(SparseMatrix affinity)
    {
        Rows = affinity.Rows;
        Roots = Degrees(affinity);
        for (int i = 0; i < Rows; i++)
            Roots[i] = Math.Sqrt(Roots[i]);
        Beside = new double[Math.Max(0, Rows - 1)];
        _starts = new int[Rows + 1];
        foreach ((int row, int column, _) in Lower(affinity))
            (_starts[row + 1], _starts[column + 1]) = (_starts[row + 1] + 1, _starts[column + 1] + 1);
        for (int i = 0; i < Rows; i++)
            _starts[i + 1] += _starts[i];
        (_columns, _weights) = (new int[_starts[^1]], new double[_starts[^1]]);
        int[] next = _starts[..^1];
        foreach ((int row, int column, double weight) in Lower(affinity))
        {
            (_columns[next[row]], _weights[next[row]++]) = (column, weight);
            (_columns[next[column]], _weights[next[column]++]) = (row, weight);
            if (row - column == 1)
                Beside[column] = -weight;
        }
    }

    /// <summary>n.</summary>
    public int Rows { get; }

    /// <summary>Roots of the degrees: the eigenvector of 0, but for its length.</summary>
    public double[] Roots { get; }

    /// <summary>The numbers beside the diagonal.</summary>
    public double[] Beside { get; }

    /// <summary>y = L x.</summary>
    public void Multiply(double[] x, double[] y, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        FrameLoop.Run(Rows, (start, count) =>
        {
            for (int i = start; i < start + count; i++)
            {
                double sum = Roots[i] > 0 ? x[i] : 0;
                for (int k = _starts[i]; k < _starts[i + 1]; k++)
                    sum -= _weights[k] * x[_columns[k]];
                y[i] = sum;
            }
        }, cancel);
    }

    private static double[] Degrees(SparseMatrix affinity)
    {
        var degrees = new double[affinity.Rows];
        for (int row = 0; row < affinity.Rows; row++)
        {
            ReadOnlySpan<int> columns = affinity.ColumnsOf(row);
            for (int k = 0; k < columns.Length; k++)
                degrees[columns[k]] += columns[k] == row ? 0 : affinity.ValuesOf(row)[k];
        }

        return degrees;
    }

    private IEnumerable<(int Row, int Column, double Weight)> Lower(SparseMatrix affinity)
    {
        for (int row = 0; row < Rows; row++)
        {
            for (int k = 0; k < affinity.ColumnsOf(row).Length && affinity.ColumnsOf(row)[k] < row; k++)
            {
                int column = affinity.ColumnsOf(row)[k];
                double scale = Roots[row] * Roots[column];
                if (scale > 0)
                    yield return (row, column, affinity.ValuesOf(row)[k] / scale);
            }
        }
    }
}
