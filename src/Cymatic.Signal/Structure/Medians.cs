namespace Cymatic.Signal;

/// <summary>Median filters of matrices, mirrored at the edges.</summary>
/// <remarks>Equals scipy.ndimage.median_filter with mode "reflect".</remarks>
public static class Medians
{
    private const int RowsPerBlock = 256;

    /// <summary>Each number becomes the median of its neighbours in its column: scipy's size=(width, 1).</summary>
    /// <exception cref="ArgumentException">An even width, or numbers that are not finite.</exception>
    public static DenseMatrix AlongRows(DenseMatrix matrix, int width)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (width < 1 || width % 2 == 0)
            throw new ArgumentOutOfRangeException(nameof(width), width, "The width of a median must be odd and positive.");
        matrix.Check(nameof(matrix), 0);
        var values = new float[matrix.Values.Length];
        var block = new FrameBlock(matrix.Values, matrix.Columns, 0, matrix.Rows);
        Parallel.For(0, (matrix.Rows + RowsPerBlock - 1) / RowsPerBlock, index =>
        {
            int start = index * RowsPerBlock, count = Math.Min(RowsPerBlock, matrix.Rows - start);
            MedianFilter.AlongFrames(block, (start, count), width, values.AsSpan(start * matrix.Columns, count * matrix.Columns));
        });
        return new(values, matrix.Columns);
    }
}
