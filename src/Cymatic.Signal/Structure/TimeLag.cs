namespace Cymatic.Signal;

/// <summary>Recurrence as lag over time: what repeats after the same time lies on a line, which a filter along time mends.</summary>
/// <remarks>Equals librosa 0.11's recurrence_to_lag, lag_to_recurrence and timelag_filter, with padding; time runs along the rows
/// here.</remarks>
public static class TimeLag
{
    /// <summary>Time × lags 0 … 2n − 1: lag l of time j is recurrence (j + l mod 2n, j), and 0 beyond the matrix; the upper half are
    /// negative lags.</summary>
    /// <param name="recurrence">n × n.</param>
    /// <exception cref="ArgumentException">A matrix that is not square or not finite.</exception>
    public static DenseMatrix FromRecurrence(DenseMatrix recurrence)
    {
        ArgumentNullException.ThrowIfNull(recurrence);
        recurrence.CheckSquare(nameof(recurrence));
        int n = recurrence.Rows;
        var values = new float[checked(2 * n * n)];
        float[] columns = recurrence.Transposed().Values;
        for (int j = 0; j < n; j++)
        {
            ReadOnlySpan<float> column = columns.AsSpan(j * n, n);
            Span<float> lags = values.AsSpan(2 * j * n, 2 * n);
            column[j..].CopyTo(lags);
            column[..j].CopyTo(lags[^j..]);
        }

        return new(values, 2 * n);
    }

    /// <summary>The recurrence matrix n × n of n × 2n lags.</summary>
    /// <exception cref="ArgumentException">There are not twice as many lags as times.</exception>
    public static DenseMatrix ToRecurrence(DenseMatrix lags)
    {
        ArgumentNullException.ThrowIfNull(lags);
        if (lags.Columns != 2 * lags.Rows)
            throw new ArgumentException($"{lags.Columns} lags are not twice as many as {lags.Rows} times.", nameof(lags));
        int n = lags.Rows;
        var values = new float[n * n];
        for (int j = 0; j < n; j++)
        {
            ReadOnlySpan<float> row = lags[j];
            row[..(n - j)].CopyTo(values.AsSpan((j * n) + j));
            row[^j..].CopyTo(values.AsSpan(j * n));
        }

        return new DenseMatrix(values, n).Transposed();
    }

    /// <summary>The recurrence matrix with a median over time for each lag, mirrored at the ends.</summary>
    /// <param name="recurrence">n × n.</param>
    /// <param name="width">Times in the median, odd.</param>
    /// <exception cref="ArgumentException">A matrix that is not square or not finite, or an even width.</exception>
    public static DenseMatrix MedianFilter(DenseMatrix recurrence, int width = 7)
    {
        if (width < 1 || width % 2 == 0)
            throw new ArgumentOutOfRangeException(nameof(width), width, "The width of a median must be odd and positive.");
        return ToRecurrence(Medians.AlongRows(FromRecurrence(recurrence), width));
    }
}
