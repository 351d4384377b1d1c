using Cymatic.Grid;
using Cymatic.Imaging;
using Cymatic.Signal;

namespace Cymatic.Workflows;

/// <summary>
/// The picture of a grid: a row for each sound with a block wherever it plays, waveform above, seconds below and bars above when the
/// tempo is known. A long song is broken into several lines, as sheet music is.
/// </summary>
public sealed class GridPicture : DrawnPicture
{
    private readonly SoundGrid _grid;
    private readonly GridPictureOptions _options;
    private readonly GridLayout _layout;
    private readonly WaveformEnvelope? _waveform;

    /// <param name="grid">What to draw.</param>
    /// <param name="song">The song, for the waveform above the grid; null for none.</param>
    /// <param name="options">How to draw it.</param>
    public GridPicture(SoundGrid grid, Sound? song = null, GridPictureOptions? options = null)
        : base(options ??= new GridPictureOptions())
    {
        ArgumentNullException.ThrowIfNull(grid);
        _grid = grid;
        _options = options;
        _layout = GridLayout.Create(grid, _options, song is not null);
        _waveform = song is null ? null : WaveformEnvelope.Of(song, _layout.PixelsPerSecond);
    }

    /// <inheritdoc/>
    public override double Height => _layout.Height;

    /// <inheritdoc/>
    public override void Draw(Canvas canvas)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        canvas.FillRectangle(new Box(0, 0, Width, Height), _options.Theme.Background);
        GridHeader.Draw(canvas, _grid, _options);
        var rows = new GridRowsPainter(_grid, _options, _layout);
        var axes = new GridAxesPainter(_grid, _options, _layout);
        for (int line = 0; line < _layout.Lines.Count; line++)
        {
            if (_waveform is not null)
                WaveformPainter.Draw(canvas, _waveform, _layout, (line, _options.Theme.Waveform));
            rows.DrawBands(canvas, line);
            axes.Draw(canvas, line);
            rows.DrawBlocks(canvas, line);
        }
    }
}
