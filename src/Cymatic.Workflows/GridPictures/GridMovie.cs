using Cymatic.Grid;
using Cymatic.Imaging;
using Cymatic.Signal;

namespace Cymatic.Workflows;

/// <summary>
/// The grid as a movie: a playhead runs over it, blocks light up while they sound. Songs too long for one view go by in pages.
/// </summary>
/// <remarks><see cref="Render"/> is thread-safe and depends on the time alone.</remarks>
public sealed class GridMovie : IDisposable
{
    private readonly GridMovieOptions _options;
    private readonly GridMovieLayout _layout;
    private readonly GridMovieBlocks _blocks;
    private readonly GridMovieWaveform? _waveform;
    private readonly GridMovieLabels _labels;
    private readonly Frame _background;

    /// <param name="grid">What to show.</param>
    /// <param name="song">The song, for the waveform above the grid; null for none.</param>
    /// <param name="options">How it looks.</param>
    /// <exception cref="DrawingUnavailableException">Cairo, Pango or every font is missing.</exception>
    public GridMovie(SoundGrid grid, Sound? song = null, GridMovieOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(grid);
        _options = options ?? new GridMovieOptions();
        Duration = grid.Duration;
        _layout = GridMovieLayout.Create(grid, _options, song is not null);
        _blocks = new GridMovieBlocks(grid, _options.Theme, _layout);
        _waveform = song is null
            ? null
            : new GridMovieWaveform(WaveformEnvelope.Of(song, _layout.PixelsPerSecond), _options.Theme, _layout);
        _labels = new GridMovieLabels(grid, _options, _layout);
        _background = Frame.Rent(Width, Height);
        GridMovieBackground.Draw(_background, grid, _options, _layout);
        if (_layout.ShowsWholeSong)
            DrawView(_background, 0);
    }

    /// <summary>Width in pixels.</summary>
    public int Width => _options.Width;

    /// <summary>Height in pixels.</summary>
    public int Height => _options.Height;

    /// <summary>Length of the song in seconds.</summary>
    public double Duration { get; }

    /// <summary>Draws the picture at a time of the song.</summary>
    /// <param name="t">Seconds from the song's start; times outside the song show its start or end.</param>
    /// <param name="target">A frame of <see cref="Width"/>×<see cref="Height"/>; all of it is filled, opaque.</param>
    /// <exception cref="ArgumentException">A frame of another size.</exception>
    public void Render(double t, Frame target)
    {
        ArgumentNullException.ThrowIfNull(target);
        double time = double.IsFinite(t) ? Math.Clamp(t, 0, Duration) : 0;
        _background.CopyTo(target);
        int viewStart = _layout.ViewStart(time), head = _layout.Position(time) - viewStart;
        if (!_layout.ShowsWholeSong)
            DrawView(target, viewStart);
        _waveform?.DrawPlayed(target, viewStart, head);
        _blocks.DrawLit(target, viewStart, time);
        DrawPlayhead(target, Math.Clamp(head, 0, _layout.Rows.Width - 1));
        using var canvas = new Canvas(target);
        _labels.DrawClock(canvas, time);
        _blocks.NameSounding(canvas, time);
    }

    /// <summary>Gives the memory of the background back.</summary>
    public void Dispose() => _background.Dispose();

    // What moves with the view but not with the playhead.
    private void DrawView(Frame target, int viewStart)
    {
        _labels.DrawLines(target, viewStart);
        _waveform?.DrawComing(target, viewStart);
        _blocks.DrawResting(target, viewStart);
        using var canvas = new Canvas(target);
        _labels.DrawNumbers(canvas, viewStart);
    }

    private void DrawPlayhead(Frame target, int head)
    {
        int width = Math.Max(2, (int)Math.Round(2 * _layout.Scale));
        int top = (_waveform is null ? _layout.Rows.Y : _layout.Waveform.Y) - (int)(6 * _layout.Scale);
        int bottom = _layout.Rows.Bottom + (int)(5 * _layout.Scale);
        target.Fill(new PixelRectangle(_layout.Rows.X + head - width / 2, top, width, bottom - top), _options.Theme.Accent);
    }
}
