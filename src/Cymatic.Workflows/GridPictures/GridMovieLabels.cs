using System.Globalization;
using Cymatic.Grid;
using Cymatic.Imaging;

namespace Cymatic.Workflows;

/// <summary>What moves with the view of a movie: bar lines, numbers on the axes; and the clock.</summary>
internal sealed class GridMovieLabels
{
    // Of times, in heights of their letters.
    private const double LabelSpacing = 5.2;

    private readonly GridMovieOptions _options;
    private readonly GridMovieLayout _layout;
    private readonly SongTimes _times;
    private readonly BeatGrid? _beats;
    private readonly double _duration;
    private readonly TextStyle _numbers;
    private readonly TextStyle _barNumbers;
    private readonly TextStyle _clock;
    private readonly TextStyle _length;

    internal GridMovieLabels(SoundGrid grid, GridMovieOptions options, GridMovieLayout layout)
    {
        (_options, _layout, _duration) = (options, layout, grid.Duration);
        _beats = BeatGrid.Of(grid, options.BeatsPerBar);
        _numbers = layout.NumberStyle(options.Theme);
        _times = new SongTimes(grid.Duration, layout.PixelsPerSecond, LabelSpacing * _numbers.Size);
        _barNumbers = _numbers with { Position = TextPosition.Bottom };
        _length = _numbers with { Size = layout.TitleSize, Alignment = TextAlignment.Right, Position = TextPosition.Baseline };
        _clock = _length with { Weight = 700, Color = options.Theme.Text };
    }

    /// <summary>Bar and beat lines, behind the blocks.</summary>
    internal void DrawLines(Frame target, int viewStart)
    {
        if (_beats is not { } beats)
            return;
        double beatDistance = beats.SecondsPerBeat * _layout.PixelsPerSecond;
        foreach (var (time, beginsBar, _) in beats.Between(Start(viewStart), End(viewStart)))
        {
            if (!(beginsBar ? beatDistance * beats.BeatsPerBar >= 6 : beatDistance >= 12))
                continue;
            var line = _layout.Rows with { X = X(time, viewStart), Width = 1 };
            target.Fill(line.Intersect(_layout.Rows), beginsBar ? _options.Theme.BarLine : _options.Theme.BeatLine);
        }
    }

    /// <summary>Numbers of seconds and bars.</summary>
    internal void DrawNumbers(Canvas canvas, int viewStart)
    {
        foreach (var (tick, label) in _times.Between(Start(viewStart), End(viewStart)))
            canvas.DrawText(label, (X(tick, viewStart), _layout.TimeTop), _numbers);
        if (_beats is { } beats)
            DrawBars(canvas, viewStart, beats);
    }

    /// <summary>Time and length of the song.</summary>
    internal void DrawClock(Canvas canvas, double time)
    {
        double right = _options.Width - _layout.Margin, baseline = _layout.TitleBaseline;
        string whole = Clock(Math.Round(_duration, 1, MidpointRounding.AwayFromZero));
        TextExtents length = canvas.DrawText($" / {whole}", (right, baseline), _length);
        canvas.DrawText(Clock(time), (right - length.Logical.Width, baseline), _clock);
    }

    private void DrawBars(Canvas canvas, int viewStart, BeatGrid beats)
    {
        long step = beats.LabelStep(_layout.PixelsPerSecond, 44 * _layout.Scale);
        foreach (var (time, beginsBar, bar) in beats.Between(Start(viewStart), End(viewStart)))
        {
            if (beginsBar && bar > 0 && (bar - 1) % step == 0)
                canvas.DrawText(bar.ToString(CultureInfo.InvariantCulture), (X(time, viewStart), _layout.BarBottom), _barNumbers);
        }
    }

    /// <summary>Minutes, seconds and tenths, cut and not rounded: "1:02.9".</summary>
    internal static string Clock(double seconds)
    {
        long tenths = (long)Math.Floor(seconds * 10 + 1e-6);
        return string.Create(CultureInfo.InvariantCulture, $"{tenths / 600}:{tenths / 10 % 60:00}.{tenths % 10}");
    }

    private int X(double time, int viewStart) => _layout.Rows.X + _layout.Position(time) - viewStart;

    private double Start(int viewStart) => viewStart / _layout.PixelsPerSecond;

    private double End(int viewStart) => Math.Min(_duration, (viewStart + _layout.Rows.Width) / _layout.PixelsPerSecond);
}
