using System.IO.Compression;
using Cymatic.Grid;
using Cymatic.Imaging;
using Cymatic.Media;
using Cymatic.Signal;

namespace Cymatic.Workflows;

/// <summary>
/// The picture of a grid: a row for each sound with a block wherever it plays, waveform above, seconds below and bars above when the
/// tempo is known. A long song is broken into several lines, as sheet music is.
/// </summary>
public sealed class GridPicture
{
    private const double PointsPerPixel = 0.75;

    private readonly SoundGrid _grid;
    private readonly GridPictureOptions _options;
    private readonly GridLayout _layout;
    private readonly WaveformEnvelope? _waveform;

    /// <param name="grid">What to draw.</param>
    /// <param name="song">The song, for the waveform above the grid; null for none.</param>
    /// <param name="options">How to draw it.</param>
    public GridPicture(SoundGrid grid, Sound? song = null, GridPictureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(grid);
        _grid = grid;
        _options = options ?? new GridPictureOptions();
        _layout = GridLayout.Create(grid, _options, song is not null);
        _waveform = song is null ? null : WaveformEnvelope.Of(song, _layout.PixelsPerSecond);
    }

    /// <summary>Width in layout units: pixels of a PNG divided by the scale.</summary>
    public double Width => _layout.Width;

    /// <summary>Height in layout units.</summary>
    public double Height => _layout.Height;

    /// <summary>Draws the picture with its corner at (0, 0), one layout unit to a unit of the canvas.</summary>
    public void Draw(Canvas canvas)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        canvas.FillRectangle(new Box(0, 0, Width, Height), _options.Theme.Background);
        GridHeader.Draw(canvas, _grid, _options, _layout);
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

    /// <summary>The picture as pixels; dispose it.</summary>
    public Frame Render()
    {
        Frame frame = Frame.Rent(_options.Width, (int)Math.Ceiling(Height * _options.Scale));
        try
        {
            frame.Fill(_options.Theme.Background);
            using var canvas = new Canvas(frame);
            canvas.Scale(_options.Scale, _options.Scale);
            Draw(canvas);
            return frame;
        }
        catch
        {
            frame.Dispose();
            throw;
        }
    }

    /// <summary>Writes a file in the format that its extension names: .png, .svg or .pdf. It appears when it is whole.</summary>
    /// <exception cref="ArgumentException">Another extension.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="DrawingUnavailableException">Cairo, Pango or every font is missing.</exception>
    public void Write(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        Action<Stream> write = Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".PNG" => WritePng,
            ".SVG" => stream => VectorPicture.WriteSvg(stream, Width, Height, Draw),
            ".PDF" => stream => VectorPicture.WritePdf(stream, Width * PointsPerPixel, Height * PointsPerPixel, DrawInPoints),
            var other => throw new ArgumentException($"A grid is drawn as .png, .svg or .pdf, not as '{other}'.", nameof(path)),
        };
        AtomicFile.Write(path, write);
    }

    private void WritePng(Stream stream)
    {
        using Frame frame = Render();
        PngWriter.Write(frame, stream, CompressionLevel.Optimal);
    }

    private void DrawInPoints(Canvas canvas)
    {
        canvas.Scale(PointsPerPixel, PointsPerPixel);
        Draw(canvas);
    }
}
