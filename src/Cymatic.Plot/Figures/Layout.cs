namespace Cymatic.Plot;

/// <summary>The cells that axes take up in a layout.</summary>
/// <param name="Row">First row, from 0 at the top.</param>
/// <param name="Column">First column, from 0 at the left.</param>
/// <param name="RowSpan">How many rows, at least 1.</param>
/// <param name="ColumnSpan">How many columns, at least 1.</param>
public sealed record Cell(int Row, int Column, int RowSpan = 1, int ColumnSpan = 1);

/// <summary>Which axes show the same part.</summary>
public enum Sharing
{
    /// <summary>Each has its own limits.</summary>
    None,

    /// <summary>Horizontal axes of a column, vertical axes of a row, have the same limits; inner ones have no numbers.</summary>
    Lines,

    /// <summary>All have the same limits; inner ones have no numbers.</summary>
    All,
}

/// <summary>Rows and columns of axes. Margins are found so that no label is cut.</summary>
public sealed record Layout
{
    /// <summary>As many cells below each other as there are axes.</summary>
    public static Layout Auto { get; } = new();

    /// <summary>One cell without margins: axes fill the figure, up to their title.</summary>
    public static Layout Full { get; } = new() { Padding = 0 };

    /// <summary>Relative heights of the rows. Null: a row for each of the axes, or as many as their cells need, all alike.</summary>
    public IReadOnlyList<double>? Heights { get; init => field = Positive(value); }

    /// <summary>Relative widths of the columns. Null: one, or as many as the cells need, all alike.</summary>
    public IReadOnlyList<double>? Widths { get; init => field = Positive(value); }

    /// <summary>Between the figure's edge and what is drawn, in layout units.</summary>
    public double Padding { get; init => field = Length(value); } = 12;

    /// <summary>Between neighbouring axes with their labels, in layout units.</summary>
    public double Gap { get; init => field = Length(value); } = 16;

    /// <summary>Which horizontal axes show the same part.</summary>
    public Sharing ShareX { get; init; }

    /// <summary>Which vertical axes show the same part.</summary>
    public Sharing ShareY { get; init; }

    /// <summary>Equal cells.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No row or no column.</exception>
    public static Layout Grid(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        return new() { Heights = [.. Enumerable.Repeat(1.0, rows)], Widths = [.. Enumerable.Repeat(1.0, columns)] };
    }

    private static IReadOnlyList<double>? Positive(IReadOnlyList<double>? value) =>
        value is null || (value.Count > 0 && value.All(share => share > 0 && double.IsFinite(share))) ? value
        : throw new ArgumentException("Relative sizes must be positive, and at least one.", nameof(value));

    private static double Length(double value) => value is >= 0 and <= 10000 ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A distance must not be negative.");
}
