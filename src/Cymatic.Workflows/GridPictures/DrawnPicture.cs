using System.IO.Compression;
using Cymatic.Imaging;
using Cymatic.Media;

namespace Cymatic.Workflows;

/// <summary>A picture that can be drawn on pixels and on vector pages alike.</summary>
public abstract class DrawnPicture
{
    private const double PointsPerPixel = 0.75;

    private readonly GridPictureOptions _options;

    private protected DrawnPicture(GridPictureOptions options) => _options = options;

    /// <summary>Width in layout units: pixels of a PNG divided by the scale.</summary>
    public double Width => _options.Width / _options.Scale;

    /// <summary>Height in layout units.</summary>
    public abstract double Height { get; }

    /// <summary>Draws the picture with its corner at (0, 0), one layout unit to a unit of the canvas.</summary>
    public abstract void Draw(Canvas canvas);

    /// <summary>The picture as pixels; dispose it.</summary>
    public virtual Frame Render()
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
            var other => throw new ArgumentException($"A picture is written as .png, .svg or .pdf, not as '{other}'.", nameof(path)),
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
