using Cymatic.Grid;
using Cymatic.Imaging;

namespace Cymatic.Workflows;

/// <summary>Bands, names and blocks of a line of the grid.</summary>
internal sealed class GridRowsPainter(SoundGrid grid, GridPictureOptions options, GridLayout layout)
{
    private const double QuietestDb = -30, LeastHeight = 0.3;

    private readonly Color[] _colors = options.Theme.RowColors(grid.Sounds.Count);
    private readonly double _loudest = grid.Events.Select(block => block.LevelDb).Where(double.IsFinite).DefaultIfEmpty(0).Max();

    private readonly IReadOnlyList<GridEvent> _blocks = GridBlocks.WithoutOverlap(grid.Events);

    /// <summary>Every other row's background, and the names at the left.</summary>
    internal void DrawBands(Canvas canvas, int line)
    {
        double top = layout.RowsTop(line), right = layout.X(line, layout.Lines[line].To);
        for (int row = 0; row < Math.Max(1, layout.Rows[line].Count); row += 2)
        {
            var band = new Box(layout.Left, top + row * layout.RowHeight, right - layout.Left, layout.RowHeight);
            canvas.FillRectangle(band, options.Theme.Band);
        }
        for (int place = 0; place < layout.Rows[line].Count; place++)
        {
            int row = layout.Rows[line][place];
            double middle = top + (place + 0.5) * layout.RowHeight, chip = layout.ChipSize;
            canvas.FillRectangle(new Box(layout.Left - 10 - chip, middle - chip / 2, chip, chip), chip * 0.3, _colors[row]);
            if (!layout.HasNames)
                continue;
            TextStyle style = layout.NameStyle with { Alignment = TextAlignment.Right, Position = TextPosition.Middle };
            canvas.DrawText(grid.Sounds[row].Name, (layout.NameRight, middle), style);
        }
    }

    /// <summary>The blocks, or a sentence when there are none in the whole song.</summary>
    internal void DrawBlocks(Canvas canvas, int line)
    {
        var (from, to) = layout.Lines[line];
        if (grid.Events.Count == 0)
        {
            DrawSentence(canvas, line);
            return;
        }

        var places = layout.Rows[line].Select((row, place) => (row, place)).ToDictionary(pair => pair.row, pair => pair.place);
        foreach (GridEvent block in _blocks)
        {
            if (block.Offset > from && block.Onset < to && places.TryGetValue(block.Row, out int place))
                DrawBlock(canvas, (line, place), block);
        }
    }

    private void DrawBlock(Canvas canvas, (int Line, int Place) at, GridEvent block)
    {
        int line = at.Line;
        var (from, to) = layout.Lines[line];
        double left = layout.X(line, Math.Max(block.Onset, from));
        // Repeats that touch stay apart by a hairline.
        double right = Math.Max(layout.X(line, Math.Min(block.Offset, to)) - 0.75, left + 2);
        double full = layout.RowHeight - Math.Min(Math.Clamp(layout.RowHeight * 0.16, 2.5, 5), layout.RowHeight / 3);
        double height = options.LevelAsHeight ? full * HeightShare(block.LevelDb) : full;
        double top = layout.RowsTop(line) + (at.Place + 0.5) * layout.RowHeight - height / 2;
        canvas.FillRectangle(new Box(left, top, right - left, height), Math.Min(3, height / 4), _colors[block.Row]);
    }

    private double HeightShare(double levelDb)
    {
        double share = double.IsFinite(levelDb) ? Math.Clamp(1 - (levelDb - _loudest) / QuietestDb, 0, 1) : 0;
        return LeastHeight + (1 - LeastHeight) * share;
    }

    private void DrawSentence(Canvas canvas, int line)
    {
        double middle = (layout.Left + layout.X(line, layout.Lines[line].To)) / 2;
        TextStyle style = options.Theme.Letters with
        {
            Size = 15,
            Color = options.Theme.Quiet,
            Alignment = TextAlignment.Center,
            Position = TextPosition.Middle,
        };
        string sentence = grid.Sounds.Count == 0 ? "No sound was found in this song." : "None of these sounds plays in this song.";
        canvas.DrawText(sentence, (middle, layout.RowsTop(line) + layout.GridHeight(line) / 2), style);
    }
}
