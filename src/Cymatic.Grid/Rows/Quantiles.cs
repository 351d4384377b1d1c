namespace Cymatic.Grid;

/// <summary>Quantiles with linear interpolation between order statistics (definition 7 of Hyndman and Fan 1996).</summary>
internal static class Quantiles
{
    /// <summary>The quantile of some numbers; NaN of none.</summary>
    public static double Of(IEnumerable<double> values, double quantile)
    {
        double[] sorted = [.. values.Order()];
        if (sorted.Length == 0)
            return double.NaN;
        double at = quantile * (sorted.Length - 1);
        int low = (int)at, high = Math.Min(low + 1, sorted.Length - 1);
        return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
    }

    /// <summary>The quantile of each column; all rows are equally long.</summary>
    public static float[] OfColumns(float[][] rows, double quantile)
    {
        if (rows.Length == 1)
            return rows[0];
        var result = new float[rows[0].Length];
        var column = new float[rows.Length];
        double at = quantile * (rows.Length - 1);
        int low = (int)at, high = Math.Min(low + 1, rows.Length - 1);
        for (int i = 0; i < result.Length; i++)
        {
            for (int row = 0; row < rows.Length; row++)
                column[row] = rows[row][i];
            Array.Sort(column);
            result[i] = column[low] + (float)(at - low) * (column[high] - column[low]);
        }

        return result;
    }
}
