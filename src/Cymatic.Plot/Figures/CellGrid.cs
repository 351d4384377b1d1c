using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>The rows and columns of a figure with the axes in them.</summary>
internal sealed class CellGrid
{
    private readonly Figure _figure;
    private readonly Cell[] _cells;
    private readonly double[] _heights, _widths;

    private CellGrid(Figure figure, Cell[] cells, double[] heights, double[] widths) =>
        (_figure, _cells, _heights, _widths) = (figure, cells, heights, widths);

    internal static CellGrid Create(Figure figure)
    {
        Layout layout = figure.Layout;
        int columns = layout.Widths?.Count ?? figure.Axes.Max(axes => axes.Cell is { } cell ? cell.Column + cell.ColumnSpan : 1);
        HashSet<(int, int)> taken = [.. figure.Axes.Where(axes => axes.Cell is not null).SelectMany(axes => Covered(axes.Cell!))];
        var cells = new Cell[figure.Axes.Count];
        int next = 0;
        for (int i = 0; i < cells.Length; i++)
        {
            if (figure.Axes[i].Cell is null)
            {
                while (taken.Contains((next / columns, next % columns)))
                    next++;
            }

            cells[i] = figure.Axes[i].Cell ?? new(next / columns, next++ % columns);
        }

        int rows = layout.Heights?.Count ?? cells.Max(cell => cell.Row + cell.RowSpan);
        foreach (Cell cell in cells)
        {
            bool inside = cell is { Row: >= 0, Column: >= 0, RowSpan: >= 1, ColumnSpan: >= 1 }
                && cell.Row + cell.RowSpan <= rows && cell.Column + cell.ColumnSpan <= columns;
            if (!inside)
                throw new ArgumentException($"{cell} does not lie in a layout of {rows} rows and {columns} columns.", nameof(figure));
        }

        return new(figure, cells, [.. layout.Heights ?? Enumerable.Repeat(1.0, rows)],
            [.. layout.Widths ?? Enumerable.Repeat(1.0, columns)]);
    }

    /// <summary>What the axes show, with shared limits, and which of them have labels.</summary>
    internal PanelSettings[] Settings()
    {
        Layout layout = _figure.Layout;
        return [.. _figure.Axes.Select((axes, i) => new PanelSettings(
            axes,
            _figure.Theme,
            SeenPart.X(Peers(i, layout.ShareX, cell => cell.Column), axes.X),
            SeenPart.Y(Peers(i, layout.ShareY, cell => cell.Row), axes.Y))
        {
            LabelsX = layout.ShareX == Sharing.None || !_cells.Any(other => IsBelow(other, _cells[i])),
            LabelsY = layout.ShareY == Sharing.None || !_cells.Any(other => IsLeftOf(other, _cells[i])),
        })];
    }

    /// <summary>The areas of all axes when each has so much room around it.</summary>
    internal Box[] Areas(Box room, Insets[] insets, double scale)
    {
        double gap = _figure.Layout.Gap;
        (double Start, double End)[] columns = Spread(
            (room.X, room.Width, gap),
            _widths,
            column => Greatest(insets, cell => cell.Column == column, inset => inset.Left),
            column => Greatest(insets, cell => cell.Column + cell.ColumnSpan - 1 == column, inset => inset.Right));
        (double Start, double End)[] rows = Spread(
            (room.Y, room.Height, gap),
            _heights,
            row => Greatest(insets, cell => cell.Row == row, inset => inset.Top),
            row => Greatest(insets, cell => cell.Row + cell.RowSpan - 1 == row, inset => inset.Bottom));
        return [.. _cells.Select(cell => Whole(
            (columns[cell.Column].Start, columns[cell.Column + cell.ColumnSpan - 1].End),
            (rows[cell.Row].Start, rows[cell.Row + cell.RowSpan - 1].End),
            scale))];
    }

    private static IEnumerable<(int, int)> Covered(Cell cell)
    {
        for (int row = cell.Row; row < cell.Row + cell.RowSpan; row++)
        {
            for (int column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
                yield return (row, column);
        }
    }

    private static bool IsBelow(Cell other, Cell cell) =>
        other.Row >= cell.Row + cell.RowSpan && other.Column <= cell.Column
            && other.Column + other.ColumnSpan >= cell.Column + cell.ColumnSpan;

    private static bool IsLeftOf(Cell other, Cell cell) =>
        other.Column + other.ColumnSpan <= cell.Column && other.Row <= cell.Row && other.Row + other.RowSpan >= cell.Row + cell.RowSpan;

    private IEnumerable<Axes> Peers(int index, Sharing sharing, Func<Cell, int> line) => sharing switch
    {
        Sharing.All => _figure.Axes,
        Sharing.Lines => _figure.Axes.Where((_, i) => line(_cells[i]) == line(_cells[index])),
        _ => [_figure.Axes[index]],
    };

    private double Greatest(Insets[] insets, Func<Cell, bool> touches, Func<Insets, double> side) =>
        insets.Where((_, i) => touches(_cells[i])).Select(side).DefaultIfEmpty(0).Max();

    private static (double Start, double End)[] Spread(
        (double Start, double Length, double Gap) room, double[] shares, Func<int, double> before, Func<int, double> behind)
    {
        double fixedRoom = (shares.Length - 1) * room.Gap + Enumerable.Range(0, shares.Length).Sum(i => before(i) + behind(i));
        double free = Math.Max(0, room.Length - fixedRoom), all = shares.Sum(), at = room.Start;
        var spread = new (double Start, double End)[shares.Length];
        for (int i = 0; i < shares.Length; i++)
        {
            double start = at + before(i), end = start + free * shares[i] / all;
            spread[i] = (start, end);
            at = end + behind(i) + room.Gap;
        }

        return spread;
    }

    private static Box Whole((double Start, double End) x, (double Start, double End) y, double scale)
    {
        double left = Math.Ceiling(x.Start * scale - 1e-6) / scale, right = Math.Floor(x.End * scale + 1e-6) / scale;
        double top = Math.Ceiling(y.Start * scale - 1e-6) / scale, bottom = Math.Floor(y.End * scale + 1e-6) / scale;
        return new(left, top, Math.Max(0, right - left), Math.Max(0, bottom - top));
    }
}
