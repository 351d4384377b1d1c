using Cymatic.Grid;
using Cymatic.Imaging;

namespace Cymatic.Workflows;

/// <summary>Where everything of a movie lies, in pixels, and which part of a long song is in view.</summary>
internal sealed record GridMovieLayout
{
    private const double BlockWidth = 10, LeastPerSecond = 32, MostPerSecond = 96;
    private const double SlideSeconds = 0.7, TurnAt = 0.9, TurnTo = 0.1;

    /// <summary>Size of everything relative to 720 lines.</summary>
    internal required double Scale { get; init; }

    /// <summary>Height of the title's letters.</summary>
    internal double TitleSize => TitleSizeFor(Scale);

    /// <summary>Baseline of the title and the clock.</summary>
    internal double TitleBaseline => Margin + TitleSize * 0.2;

    /// <summary>Height of the letters below the title.</summary>
    internal double FactsSize => FactsSizeFor(Scale);

    /// <summary>Baseline of the line below the title.</summary>
    internal double FactsBaseline => TitleBaseline + FactsSize * 1.65;

    /// <summary>Space around everything.</summary>
    internal double Margin => 40 * Scale;

    /// <summary>The strip of the waveform; of height 0 when there is none.</summary>
    internal required PixelRectangle Waveform { get; init; }

    /// <summary>The rows: as wide as the time in view.</summary>
    internal required PixelRectangle Rows { get; init; }

    internal required int RowHeight { get; init; }

    internal required double PixelsPerSecond { get; init; }

    internal required TextStyle NameStyle { get; init; }

    /// <summary>Whether every row is tall enough for its name; otherwise only sounding rows are named.</summary>
    internal bool HasNames => RowHeight >= NameStyle.Size * 1.15;

    /// <summary>Side of the coloured square beside a name.</summary>
    internal int ChipSize => Math.Clamp(RowHeight - 5, 3, (int)(10 * Scale));

    /// <summary>Where names end.</summary>
    internal double NameRight => Rows.X - 17 * Scale - ChipSize;

    /// <summary>The top of the numbers below the rows.</summary>
    internal double TimeTop => Rows.Bottom + 9 * Scale;

    /// <summary>The bottom of the numbers above the rows.</summary>
    internal double BarBottom => Rows.Y - 6 * Scale;

    /// <summary>Whether the view never moves.</summary>
    internal bool ShowsWholeSong => SongWidth <= Rows.Width + 0.5;

    private int Count { get; init; }

    private double SongWidth { get; init; }

    internal static GridMovieLayout Create(SoundGrid grid, GridMovieOptions options, bool hasWaveform)
    {
        double scale = Math.Min(options.Height / 720.0, options.Width / 1280.0);
        int Scaled(double length) => (int)Math.Round(length * scale);
        int rows = Math.Max(1, grid.Sounds.Count), margin = Scaled(40);
        int waveform = hasWaveform ? Scaled(44) : 0, above = waveform + Math.Max(Scaled(hasWaveform ? 32 : 24), 19);
        int header = (int)(margin + 0.2 * TitleSizeFor(scale) + 2.9 * FactsSizeFor(scale)), axis = Math.Max(Scaled(46), 27);
        int room = options.Height - header - above - axis, rowHeight = Math.Clamp(room / rows, 1, Scaled(76));
        // Rows that are no whole pixel each share what there is.
        int rowsHeight = Math.Min(room, rows * rowHeight), top = header + (room - rowsHeight) * 2 / 5;
        double letters = Math.Clamp(rowHeight * 0.74, 11, Math.Max(11.5, 15 * scale));
        TextStyle names = options.Theme.Letters with { Size = letters, Alignment = TextAlignment.Right, Position = TextPosition.Middle };
        double nameWidth = grid.Sounds.Select(sound => TextRuler.Measure(sound.Name, names).Logical.Width).DefaultIfEmpty(0).Max();
        nameWidth = Math.Clamp(nameWidth, 48 * scale, options.Width * 0.14);
        int left = margin + (int)Math.Ceiling(nameWidth) + Scaled(28), width = options.Width - margin - left;
        double pixelsPerSecond = Zoom(grid, width, scale);
        return new GridMovieLayout
        {
            Scale = scale,
            Waveform = new(left, top, width, waveform),
            Rows = new(left, top + above, width, rowsHeight),
            Count = rows,
            RowHeight = rowHeight,
            PixelsPerSecond = pixelsPerSecond,
            SongWidth = grid.Duration * pixelsPerSecond,
            NameStyle = names with { Width = nameWidth + 1, Ellipsis = true },
        };
    }

    /// <summary>Numbers on the axes.</summary>
    internal TextStyle NumberStyle(GridTheme theme) =>
        theme.Letters with { Size = Math.Max(11, 12.5 * Scale), Color = theme.Quiet, Alignment = TextAlignment.Center };

    /// <summary>The first line of pixels of a row.</summary>
    internal int RowTop(int row) => Rows.Y + (int)((long)row * Rows.Height / Count);

    /// <summary>Whole pixels from time 0 to a time.</summary>
    internal int Position(double time) => (int)Math.Round(time * PixelsPerSecond);

    /// <summary>
    /// Pixels of the song that lie left of the view at a time. Pages stand still while the playhead crosses them and slide on as it
    /// comes to their end.
    /// </summary>
    internal int ViewStart(double time)
    {
        double last = Math.Max(0, SongWidth - Rows.Width), page = (TurnAt - TurnTo) * Rows.Width, head = time * PixelsPerSecond;
        double number = Math.Floor((head - TurnTo * Rows.Width) / page);
        if (ShowsWholeSong || number < 1)
            return 0;
        double since = (head - TurnTo * Rows.Width - number * page) / PixelsPerSecond;
        double x = Math.Clamp(since / SlideSeconds, 0, 1), slid = x * x * (3 - 2 * x);
        return (int)Math.Round(Math.Min(last, (number - 1 + slid) * page));
    }

    private static double TitleSizeFor(double scale) => Math.Max(15, 24 * scale);

    private static double FactsSizeFor(double scale) => Math.Max(11, 13.5 * scale);

    // A song that nearly fits is shown whole.
    private static double Zoom(SoundGrid grid, int width, double scale)
    {
        double whole = width / Math.Max(grid.Duration, 1e-3);
        double wanted = Math.Clamp(BlockWidth / GridBlocks.MedianLength(grid.Events), LeastPerSecond, MostPerSecond) * scale;
        return whole * 1.4 >= wanted ? whole : wanted;
    }
}
