using System.IO.Compression;
using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>Figures as files.</summary>
public static class FigureFile
{
    private const double PointsPerUnit = 0.75;

    /// <summary>Writes a file in the format that its extension names: .png, .svg or .pdf. It appears when it is whole.</summary>
    /// <exception cref="ArgumentException">Another extension, or a figure that cannot be drawn.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="DrawingUnavailableException">Cairo, Pango or every font is missing.</exception>
    public static void Write(this Figure figure, string path)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentException.ThrowIfNullOrEmpty(path);
        Action<Stream> write = Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".PNG" => figure.WritePng,
            ".SVG" => figure.WriteSvg,
            ".PDF" => figure.WritePdf,
            var other => throw new ArgumentException($"A figure is written as .png, .svg or .pdf, not as '{other}'.", nameof(path)),
        };
        WriteWhole(path, write);
    }

    /// <summary>Writes the figure's pixels as PNG.</summary>
    public static void WritePng(this Figure figure, Stream target)
    {
        ArgumentNullException.ThrowIfNull(figure);
        using Frame frame = figure.ToFrame();
        PngWriter.Write(frame, target, CompressionLevel.Fastest);
    }

    /// <summary>Writes the figure as SVG; letters become shapes.</summary>
    public static void WriteSvg(this Figure figure, Stream target)
    {
        ArgumentNullException.ThrowIfNull(figure);
        VectorPicture.WriteSvg(target, figure.Width, figure.Height, figure.Draw);
    }

    /// <summary>Writes the figure as a PDF of one page, 3/4 point for each layout unit.</summary>
    public static void WritePdf(this Figure figure, Stream target)
    {
        ArgumentNullException.ThrowIfNull(figure);
        VectorPicture.WritePdf(target, figure.Width * PointsPerUnit, figure.Height * PointsPerUnit, canvas =>
        {
            canvas.Scale(PointsPerUnit, PointsPerUnit);
            figure.Draw(canvas);
        });
    }

    /// <summary>Writes a file that appears when it is whole.</summary>
    internal static void WriteWhole(string path, Action<Stream> write)
    {
        string temporary = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            using (FileStream stream = new(temporary, FileMode.CreateNew))
                write(stream);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
