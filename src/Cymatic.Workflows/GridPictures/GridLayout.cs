using Cymatic.Grid;
using Cymatic.Imaging;

namespace Cymatic.Workflows;

/// <summary>Where everything of a grid picture lies, in layout units.</summary>
internal sealed record GridLayout
{
    internal const double Margin = 44;
    internal const double WaveformHeight = 46;
    internal const double BarAxisHeight = 22;
    internal const double TimeAxisHeight = 26;
    internal const double SystemGap = 26;
    internal const double HeaderHeight = 74;
    private const double MostNameWidth = 190;
    private const double TallestPicture = 20000;

    internal required double Width { get; init; }

    internal required double Height { get; init; }

    /// <summary>Where time 0 of a line lies.</summary>
    internal required double Left { get; init; }

    internal required double PixelsPerSecond { get; init; }

    internal required double RowHeight { get; init; }

    /// <summary>The rows that each line shows, from the top: all of them in a single line, else those that sound in it.</summary>
    internal required IReadOnlyList<IReadOnlyList<int>> Rows { get; init; }

    internal required bool HasWaveform { get; init; }

    internal required bool HasBars { get; init; }

    internal required TextStyle NameStyle { get; init; }

    /// <summary>From and to, in seconds, of each line of the grid.</summary>
    internal required IReadOnlyList<(double From, double To)> Lines { get; init; }

    /// <summary>Side of the coloured square beside a name.</summary>
    internal double ChipSize => Math.Clamp(RowHeight - 6, Math.Min(2, RowHeight), 9);

    /// <summary>Whether rows are tall enough for names: hundreds fit, thousands do not.</summary>
    internal bool HasNames => RowHeight >= 11;

    /// <summary>Where names end.</summary>
    internal double NameRight => Left - 18 - ChipSize;

    private double FixedHeight => GridTop(HasWaveform, HasBars) + TimeAxisHeight + SystemGap;

    internal static GridLayout Create(SoundGrid grid, GridPictureOptions options, bool hasWaveform)
    {
        double width = options.Width / options.Scale;
        bool hasBars = grid.Bpm is not null;
        TextStyle names = options.Theme.Letters with { Size = 13 };
        double nameWidth = grid.Sounds.Select(sound => TextRuler.Measure(sound.Name, names).Logical.Width).DefaultIfEmpty(0).Max();
        nameWidth = Math.Clamp(nameWidth, 44, MostNameWidth);
        double left = Margin + Math.Ceiling(nameWidth) + 28, plot = width - Margin - left;
        int rows = Math.Max(1, grid.Sounds.Count);
        double fixedHeight = GridTop(hasWaveform, hasBars) + TimeAxisHeight + SystemGap;
        double room = TallestPicture / options.Scale - HeaderHeight - 2 * Margin;
        int most = (int)Math.Max(1, room / (fixedHeight + rows * RowHeightFor(rows, 2)));
        var lines = GridLines.Break(grid, new(plot, most, options.BeatsPerBar));
        double rowHeight = Math.Min(RowHeightFor(rows, lines.Count), (room - fixedHeight) / rows);
        IReadOnlyList<int>[] shown = GridLines.Rows(grid, lines);
        double gridHeight = shown.Sum(line => Math.Max(1, line.Count) * rowHeight);
        return new GridLayout
        {
            Width = width,
            Height = Math.Ceiling(Margin + HeaderHeight + lines.Count * fixedHeight + gridHeight - SystemGap + Margin * 0.7),
            Left = left,
            PixelsPerSecond = plot / lines.Max(line => line.To - line.From),
            RowHeight = rowHeight,
            Rows = shown,
            HasWaveform = hasWaveform,
            HasBars = hasBars,
            NameStyle = names with { Size = Math.Clamp(rowHeight * 0.72, 11, 13), Width = nameWidth + 1, Ellipsis = true },
            Lines = lines,
        };
    }

    /// <summary>The top of a line.</summary>
    internal double Top(int line) => Margin + HeaderHeight + line * FixedHeight + Enumerable.Range(0, line).Sum(GridHeight);

    /// <summary>Height of the rows of a line; a line without rows has room for one.</summary>
    internal double GridHeight(int line) => Math.Max(1, Rows[line].Count) * RowHeight;

    /// <summary>The top of the first row of a line.</summary>
    internal double RowsTop(int line) => Top(line) + GridTop(HasWaveform, HasBars);

    /// <summary>Where a time lies in a line.</summary>
    internal double X(int line, double time) => Left + (time - Lines[line].From) * PixelsPerSecond;

    private const double ShortestRow = 14.5;

    private static double GridTop(bool waveform, bool bars) => (waveform ? WaveformHeight + 10 : 0) + (bars ? BarAxisHeight : 0);

    // Tall rows for few sounds, and never shorter than a legible name.
    private static double RowHeightFor(int rows, int lines) =>
        Math.Floor(Math.Clamp((lines > 1 ? 420.0 : 700.0) / rows, ShortestRow, lines > 1 ? 26 : 42) * 2) / 2;
}
