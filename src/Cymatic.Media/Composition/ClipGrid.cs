namespace Cymatic.Media;

/// <summary>Clips beside and below each other, as in MoviePy's clips_array; their sounds are mixed.</summary>
public static class ClipGrid
{
    /// <summary>Clips in rows and columns. It lasts as long as the longest that ends; one that has ended leaves the background.</summary>
    /// <param name="rows">At least one row of at least one clip with pictures; all rows are equally long.</param>
    /// <param name="options">Gaps, sizes, alignment.</param>
    /// <exception cref="ArgumentException">Rows of different lengths, a clip without pictures, or sizes for another number of
    /// cells.</exception>
    public static Clip Of(IReadOnlyList<IReadOnlyList<Clip>> rows, ClipGridOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        options ??= new();
        Check(rows);
        int[] heights = Sizes(options.RowHeights, [.. rows.Select(row => row.Max(clip => clip.Video!.Height))], "row");
        int[] widths = Sizes(
            options.ColumnWidths,
            [.. Enumerable.Range(0, rows[0].Count).Select(column => rows.Max(row => row[column].Video!.Width))],
            "column");
        List<Layer> layers = [];
        for (int row = 0, y = options.Margin; row < heights.Length; y += heights[row++] + options.Gap)
        {
            for (int column = 0, x = options.Margin; column < widths.Length; x += widths[column++] + options.Gap)
                layers.Add(Cell(rows[row][column], (x, y), (widths[column], heights[row]), options));
        }

        (int, int) size = (Total(widths, options), Total(heights, options));
        return Composite.Of(layers, new CompositeOptions { Size = size, Background = options.Background });
    }

    private static Layer Cell(Clip clip, (int X, int Y) at, (int Width, int Height) cell, ClipGridOptions options)
    {
        VideoClip video = clip.Video!;
        if (options.Fit != FrameFit.Pad || video.Width > cell.Width || video.Height > cell.Height)
            video = Fitted.To(video, cell, options.Fit, options.Background);
        var (x, y) = options.Alignment.Of((video.Width, video.Height), cell, 0);
        return new Layer(clip with { Video = video }) { Position = Position.At(at.X + x, at.Y + y) };
    }

    private static int Total(int[] sizes, ClipGridOptions options) => sizes.Sum() + (sizes.Length - 1) * options.Gap + 2 * options.Margin;

    private static int[] Sizes(IReadOnlyList<int>? given, int[] largest, string what)
    {
        if (given is null)
            return largest;
        return given.Count == largest.Length && given.All(size => size >= 1)
            ? [.. given]
            : throw new ArgumentException(
                $"{given.Count} {what} sizes do not fit {largest.Length} {what}s, or one is below 1.", nameof(given));
    }

    private static void Check(IReadOnlyList<IReadOnlyList<Clip>> rows)
    {
        if (rows.Count == 0 || rows[0].Count == 0)
            throw new ArgumentException("A grid has at least one clip.", nameof(rows));
        foreach (IReadOnlyList<Clip> row in rows)
        {
            if (row.Count != rows[0].Count)
                throw new ArgumentException($"Rows of {rows[0].Count} and {row.Count} clips make no grid.", nameof(rows));
            if (row.Any(clip => clip.Video is null))
                throw new ArgumentException("A clip of a grid has no pictures.", nameof(rows));
        }
    }
}
