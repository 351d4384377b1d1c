using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>Options of <see cref="ClipGrid"/>.</summary>
public sealed record ClipGridOptions
{
    /// <summary>Pixels between two cells.</summary>
    public int Gap { get; init => field = Require.AtLeast(0, value); }

    /// <summary>Pixels around all cells.</summary>
    public int Margin { get; init => field = Require.AtLeast(0, value); }

    /// <summary>Heights of the rows in pixels; null for the largest clip of each.</summary>
    public IReadOnlyList<int>? RowHeights { get; init; }

    /// <summary>Widths of the columns in pixels; null for the largest clip of each.</summary>
    public IReadOnlyList<int>? ColumnWidths { get; init; }

    /// <summary>How a clip comes into its cell.</summary>
    public FrameFit Fit { get; init; } = FrameFit.Pad;

    /// <summary>Where a clip lies that is smaller than its cell.</summary>
    public Position Alignment { get; init => field = Require.NotNull(value); } = Position.Center;

    /// <summary>What is seen between and beside the clips.</summary>
    public Color Background { get; init; } = Color.Black;
}
