using System.IO.Compression;
using Cymatic.Imaging;
using Cymatic.Media;

namespace Cymatic.Workflows;

/// <summary>The job "a movie at a glance": pictures at regular times, each with its time, on one sheet.</summary>
public static class SheetWorkflow
{
    private static readonly string[] Extensions = [".png"];

    /// <summary>Makes the sheet and writes it; every file appears when it is whole.</summary>
    /// <exception cref="RequestException">The request cannot be fulfilled; nothing was done.</exception>
    /// <exception cref="UnreadableMediaException">It is no movie.</exception>
    /// <exception cref="FfmpegException">ffmpeg is missing or failed.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder may not be written to.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<string> Run(
        SheetRequest request, IProgress<WorkflowProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        RequestChecks.KnownExtensions(request.Outputs, Extensions);
        RequestChecks.Distinct([request.Movie], request.Outputs);
        RequestChecks.Readable([request.Movie]);
        RequestChecks.Writable(request.Outputs);
        VideoFileClip clip = VideoFileClip.Open(request.Movie);
        using Frame sheet = new ContactSheet(clip, request).Render(StepProgress.Begin(progress, "reading pictures"), cancel);
        foreach (string output in request.Outputs)
        {
            StepProgress.Begin(progress, $"writing {Path.GetFileName(output)}");
            AtomicFile.Write(output, stream => PngWriter.Write(sheet, stream, CompressionLevel.Optimal));
        }

        return request.Outputs;
    }
}
