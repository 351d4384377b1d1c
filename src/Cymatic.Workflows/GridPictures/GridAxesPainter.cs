using System.Globalization;
using Cymatic.Grid;
using Cymatic.Imaging;

namespace Cymatic.Workflows;

/// <summary>Times below a line of the grid; bars above and bar lines through it where the tempo is known.</summary>
internal sealed class GridAxesPainter(SoundGrid grid, GridPictureOptions options, GridLayout layout)
{
    private const double TickSpacing = 64, BarLabelSpacing = 40, LeastBeatDistance = 12, LeastBarDistance = 5;

    private readonly SongTimes _times = new(grid.Duration, layout.PixelsPerSecond, TickSpacing);
    private readonly BeatGrid? _beats = BeatGrid.Of(grid, options.BeatsPerBar);
    private readonly TextStyle _numbers = options.Theme.Letters with
    {
        Size = 12,
        Color = options.Theme.Quiet,
        Alignment = TextAlignment.Center,
    };

    internal void Draw(Canvas canvas, int line)
    {
        if (_beats is { } beats)
            DrawBars(canvas, line, beats);
        DrawTime(canvas, line);
    }

    private void DrawTime(Canvas canvas, int line)
    {
        double top = layout.RowsTop(line), bottom = top + layout.GridHeight(line);
        var (from, to) = layout.Lines[line];
        canvas.Line((layout.Left, bottom), (layout.X(line, to), bottom), new Stroke(options.Theme.BarLine));
        foreach (var (time, label) in _times.Between(from, to))
        {
            double x = layout.X(line, time);
            if (_beats is null)
                canvas.Line((x, top), (x, bottom), new Stroke(options.Theme.BeatLine));
            canvas.Line((x, bottom), (x, bottom + 5), new Stroke(options.Theme.BarLine));
            canvas.DrawText(label, (x, bottom + 7), _numbers);
        }

        Caption(canvas, "time", bottom + 7);
    }

    private void DrawBars(Canvas canvas, int line, BeatGrid beats)
    {
        double top = layout.RowsTop(line), bottom = top + layout.GridHeight(line);
        double beatDistance = beats.SecondsPerBeat * layout.PixelsPerSecond;
        long step = beats.LabelStep(layout.PixelsPerSecond, BarLabelSpacing);
        Stroke beatLine = new(options.Theme.BeatLine), barLine = new(options.Theme.BarLine);
        var (from, to) = layout.Lines[line];
        foreach (var (time, beginsBar, bar) in beats.Between(from, to))
        {
            double x = layout.X(line, time);
            bool labelled = beginsBar && bar > 0 && (bar - 1) % step == 0;
            if (beginsBar && (labelled || beatDistance * beats.BeatsPerBar >= LeastBarDistance))
                canvas.Line((x, labelled ? top - 4 : top), (x, bottom), barLine);
            else if (!beginsBar && beatDistance >= LeastBeatDistance)
                canvas.Line((x, top), (x, bottom), beatLine);
            // The bar that begins where the line ends is named on the next line.
            if (labelled && time < to - beats.SecondsPerBeat / 2)
                canvas.DrawText(bar.ToString(CultureInfo.InvariantCulture), (x, top - 6), _numbers with { Position = TextPosition.Bottom });
        }

        Caption(canvas, "bar", top - 6, TextPosition.Bottom);
    }

    private void Caption(Canvas canvas, string text, double y, TextPosition position = TextPosition.Top) =>
        canvas.DrawText(text, (layout.NameRight, y), _numbers with { Alignment = TextAlignment.Right, Position = position });
}
