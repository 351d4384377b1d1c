namespace Cymatic.Signal;

/// <summary>The time-lag median filter of a sparse recurrence matrix, without the zeros between its links.</summary>
/// <remarks>The very numbers of <see cref="TimeLag.MedianFilter"/>, for matrices that are not negative.</remarks>
internal static class LagMedian
{
    /// <summary>The median over time for each lag, mirrored at the ends.</summary>
    public static SparseMatrix Run(SparseMatrix recurrence, int width = 7)
    {
        int n = recurrence.Rows;
        (int[] starts, (int Time, float Value)[] links) = ByLag(recurrence);
        var rows = new List<(int Column, float Value)>[n];
        for (int i = 0; i < n; i++)
            rows[i] = [];
        float[] line = new float[n + (2 * width)], window = new float[width];

        // Falling lags give the columns of each row in rising order.
        for (int lag = n - 1; lag > -n; lag--)
        {
            ReadOnlySpan<(int Time, float Value)> all = links.AsSpan(starts[lag + n - 1]..starts[lag + n]);
            if (all.Length > 0)
                Filter(all, lag, (line, window), rows);
        }

        return SparseMatrix.FromRows(n, (row, add) =>
        {
            foreach ((int column, float value) in rows[row])
                add(column, value);
        });
    }

    /// <summary>All links sorted by lag (row − column), then by time (column); where those of lag l begin stands at l + n − 1.</summary>
    private static (int[] Starts, (int, float)[] Links) ByLag(SparseMatrix recurrence)
    {
        int n = recurrence.Rows;
        var starts = new int[2 * n];
        for (int row = 0; row < n; row++)
        {
            foreach (int column in recurrence.ColumnsOf(row))
                starts[row - column + n]++;
        }

        for (int i = 1; i < starts.Length; i++)
            starts[i] += starts[i - 1];
        int[] next = [.. starts];
        var links = new (int, float)[recurrence.Count];
        for (int row = 0; row < n; row++)
        {
            ReadOnlySpan<int> columns = recurrence.ColumnsOf(row);
            for (int k = 0; k < columns.Length; k++)
                links[next[row - columns[k] + n - 1]++] = (columns[k], recurrence.ValuesOf(row)[k]);
        }

        return (starts, links);
    }

    private static void Filter(ReadOnlySpan<(int Time, float Value)> links, int lag, (float[] Line, float[] Window) scratch,
        List<(int, float)>[] rows)
    {
        int n = rows.Length, width = scratch.Window.Length, half = width / 2, free = 0;
        float[] line = scratch.Line;
        Scatter(links, (line, width, n), set: true);
        foreach ((int time, _) in links)
        {
            int last = Math.Min(n - 1, time + half);
            for (int at = Math.Max(free, Math.Max(0, time - half)); at <= last; at++)
            {
                int row = at + lag;
                line.AsSpan(at + width - half, width).CopyTo(scratch.Window);
                if (row < 0 || row >= n || scratch.Window.AsSpan().Count(0f) > half)
                    continue;
                Array.Sort(scratch.Window);
                rows[row].Add((at, scratch.Window[half]));
            }

            free = last + 1;
        }

        Scatter(links, (line, width, n), set: false);
    }

    /// <summary>Sets or clears the links of a lag in a line with mirrored ends of one width each.</summary>
    private static void Scatter(ReadOnlySpan<(int Time, float Value)> links, (float[] Numbers, int Width, int Length) line, bool set)
    {
        foreach ((int time, float value) in links)
        {
            float x = set ? value : 0;
            line.Numbers[time + line.Width] = x;
            if (time < line.Width)
                line.Numbers[line.Width - 1 - time] = x;
            if (line.Length - 1 - time < line.Width)
                line.Numbers[line.Width + (2 * line.Length) - 1 - time] = x;
        }
    }
}
