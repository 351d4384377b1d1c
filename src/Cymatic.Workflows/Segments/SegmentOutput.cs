using System.IO.Compression;
using Cymatic.Imaging;
using Cymatic.Media;
using Cymatic.Plot;

namespace Cymatic.Workflows;

/// <summary>Writes the files of a song's structure; each one's kind follows its extension.</summary>
internal sealed class SegmentOutput(SegmentDocument document, SegmentRequest request, AudioClip song)
{
    private static readonly Dictionary<string, Action<Stream, SegmentDocument>> Documents = new()
    {
        [".json"] = SegmentJson.Write,
        [".jams"] = SegmentJams.Write,
        [".txt"] = SegmentTables.WriteLabels,
        [".csv"] = SegmentTables.WriteCsv,
    };

    private static readonly string[] Pictures = [".png", ".svg", ".pdf"];

    /// <summary>Every known extension, in the order in which people look for them.</summary>
    public static IReadOnlyCollection<string> Extensions { get; } = [.. Pictures, .. VideoFile.Extensions, .. Documents.Keys];

    /// <summary>Whether a file is a picture.</summary>
    public static bool IsPicture(string path) => Pictures.Contains(ExtensionOf(path));

    /// <summary>Writes the file; it appears when it is whole.</summary>
    public void Write(string path, IProgress<double>? progress, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (Documents.TryGetValue(ExtensionOf(path), out Action<Stream, SegmentDocument>? write))
            AtomicFile.Write(path, stream => write(stream, document));
        else if (IsPicture(path))
            WritePicture(path);
        else
            WriteMovie(path, progress, cancel);
        progress?.Report(1);
    }

    private void WritePicture(string path)
    {
        Figure figure = SegmentFigures.Draw(document, request.Figure, request.IsDark ?? false);
        if (ExtensionOf(path) != ".png")
        {
            figure.Write(path);
            return;
        }

        // Levels are noisy: packed well, a picture is half as large.
        using Frame frame = figure.ToFrame();
        AtomicFile.Write(path, stream => PngWriter.Write(frame, stream, CompressionLevel.Optimal));
    }

    private void WriteMovie(string path, IProgress<double>? progress, CancellationToken cancel)
    {
        using var movie = new SegmentMovie(document, request.IsDark ?? true);
        var rate = new FrameRate(ExtensionOf(path) == ".gif" ? 25 : 30);
        // A frame shows the middle of its time on the screen, so that nothing lights up more than half a frame late or early.
        double half = rate.TimeOf(1) / 2;
        double duration = document.Structure.Features.Duration;
        VideoClip video = VideoClip.From(movie.Width, movie.Height, duration, (t, frame) => movie.Render(t + half, frame));
        VideoFile.Write(path, new Clip(video, song), new VideoWriteOptions { FrameRate = rate }, progress, cancel);
    }

    private static string ExtensionOf(string path) => Path.GetExtension(path).ToLowerInvariant();
}
