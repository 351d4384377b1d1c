using Cymatic.Grid;
using Cymatic.Imaging;

namespace Cymatic.Workflows;

/// <summary>The blocks of a movie: dim at rest, flashing at their onset, bright while they sound, fading afterwards.</summary>
internal sealed class GridMovieBlocks
{
    private const double Flash = 0.6, FlashSeconds = 0.11, FadeSeconds = 0.16, Rest = 0.46;

    private readonly SoundGrid _grid;
    private readonly IReadOnlyList<GridEvent> _blocks;
    private readonly GridTheme _theme;
    private readonly GridMovieLayout _layout;
    private readonly TextStyle _name;
    private readonly Color[] _colors;
    private readonly Color[] _resting;
    private readonly double _longest;

    internal GridMovieBlocks(SoundGrid grid, GridTheme theme, GridMovieLayout layout)
    {
        (_grid, _theme, _layout) = (grid, theme, layout);
        _blocks = GridBlocks.WithoutOverlap(grid.Events);
        _longest = _blocks.Select(block => block.Offset - block.Onset).DefaultIfEmpty(0).Max();
        _name = layout.NameStyle with { Color = theme.Text };
        _colors = theme.RowColors(grid.Sounds.Count);
        _resting = [.. _colors.Select(color => theme.Background.Mix(color, Rest))];
    }

    /// <summary>All blocks of the view and the squares beside the names, at rest.</summary>
    internal void DrawResting(Frame target, int viewStart)
    {
        for (int row = 0; row < _colors.Length; row++)
            DrawChip(target, row, _resting[row]);
        double from = viewStart / _layout.PixelsPerSecond, to = (viewStart + _layout.Rows.Width + 1) / _layout.PixelsPerSecond;
        for (int i = FirstFrom(from - _longest); i < _blocks.Count && _blocks[i].Onset < to; i++)
            DrawBlock(target, viewStart, _blocks[i], _resting[_blocks[i].Row]);
    }

    /// <summary>Blocks that sound or sounded just now, and the squares beside the names of the sounding ones.</summary>
    internal void DrawLit(Frame target, int viewStart, double time)
    {
        for (int i = FirstFrom(time - _longest - FadeSeconds); i < _blocks.Count && _blocks[i].Onset <= time; i++)
        {
            GridEvent block = _blocks[i];
            if (time >= block.Offset + FadeSeconds)
                continue;
            DrawBlock(target, viewStart, block, LitColor(block, time));
            if (time < block.Offset)
                DrawChip(target, block.Row, _colors[block.Row]);
        }
    }

    /// <summary>
    /// Writes the names of the rows that sound in the text's full colour; where rows are too low for all names, as many as fit.
    /// </summary>
    internal void NameSounding(Canvas canvas, double time)
    {
        double free = double.NegativeInfinity;
        foreach (int row in Sounding(time).Select(block => block.Row).Distinct().Order())
        {
            double middle = _layout.RowTop(row) + _layout.RowHeight / 2.0;
            if (!_layout.HasNames && middle < free)
                continue;
            canvas.DrawText(_grid.Sounds[row].Name, (_layout.NameRight, middle), _name);
            free = middle + _name.Size * 1.2;
        }
    }

    private void DrawBlock(Frame target, int viewStart, GridEvent block, Color color)
    {
        int gap = Math.Clamp(_layout.RowHeight / 9, 1, 5), height = _layout.RowHeight - Math.Min(2 * gap, _layout.RowHeight / 3);
        // A gap of a pixel keeps repeats apart.
        int left = _layout.Position(block.Onset) - viewStart, right = _layout.Position(block.Offset) - viewStart - 1;
        int top = _layout.RowTop(block.Row) + (_layout.RowHeight - height) / 2;
        RoundedBlock.Fill(target, new(_layout.Rows.X + left, top, Math.Max(2, right - left), height), _layout.Rows, color);
    }

    private void DrawChip(Frame target, int row, Color color)
    {
        int size = _layout.ChipSize, x = _layout.Rows.X - (int)(9 * _layout.Scale) - size;
        int top = _layout.RowTop(row) + (_layout.RowHeight - size) / 2;
        RoundedBlock.Fill(target, new(x, top, size, size), new(0, 0, target.Width, target.Height), color);
    }

    private IEnumerable<GridEvent> Sounding(double time)
    {
        for (int i = FirstFrom(time - _longest); i < _blocks.Count && _blocks[i].Onset <= time; i++)
        {
            if (time < _blocks[i].Offset)
                yield return _blocks[i];
        }
    }

    // White at the onset, its own colour after a moment, fading once it is over.
    private Color LitColor(GridEvent block, double time)
    {
        Color color = _colors[block.Row];
        return time >= block.Offset
            ? color.Mix(_resting[block.Row], (time - block.Offset) / FadeSeconds)
            : color.Mix(_theme.Accent, Flash * Math.Exp((block.Onset - time) / FlashSeconds));
    }

    // The first block whose onset is not before a time.
    private int FirstFrom(double time)
    {
        int low = 0, high = _blocks.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_blocks[middle].Onset < time)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
