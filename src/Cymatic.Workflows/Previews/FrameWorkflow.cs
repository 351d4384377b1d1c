using Cymatic.Imaging;
using Cymatic.Media;

namespace Cymatic.Workflows;

/// <summary>The job "one picture of a movie": finds the frame, writes it.</summary>
public static class FrameWorkflow
{
    private static readonly string[] Extensions = [".png"];

    /// <summary>Writes each picture; every file appears when it is whole.</summary>
    /// <exception cref="RequestException">There are not as many outputs as pictures; nothing was done.</exception>
    /// <exception cref="UnsuitableInputException">The movie has no such time or number; nothing was done.</exception>
    /// <exception cref="UnreadableMediaException">It is no movie.</exception>
    /// <exception cref="FfmpegException">ffmpeg is missing or failed.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder may not be written to.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<WrittenFrame> Run(
        FrameRequest request, IProgress<WorkflowProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        Check(request);
        VideoFileClip clip = VideoFileClip.Open(request.Movie);
        long[] numbers =
            [.. request.Times.Select(time => NumberAt(clip, time)), .. request.Numbers.Select(number => Checked(clip, number))];
        List<WrittenFrame> written = [];
        using Frame frame = Frame.Rent(clip.Width, clip.Height);
        for (int i = 0; i < numbers.Length; i++)
        {
            cancel.ThrowIfCancellationRequested();
            StepProgress.Begin(progress, $"writing {Path.GetFileName(request.Outputs[i])}");
            clip.FrameAt(numbers[i], frame);
            AtomicFile.Write(request.Outputs[i], stream => PngWriter.Write(frame, stream));
            written.Add(new WrittenFrame(request.Outputs[i], numbers[i], clip.TimeOf(numbers[i])));
        }

        return written;
    }

    private static void Check(FrameRequest request)
    {
        int pictures = request.Times.Count + request.Numbers.Count;
        if (pictures == 0)
            throw new RequestException("Say which picture: --at 3.2 (seconds) or --number 80 (frames, from 0).");
        if (pictures != request.Outputs.Count)
            throw new RequestException(
                $"{pictures} picture(s) are asked for, but {request.Outputs.Count} file(s) to write: give one -o for each.");
        RequestChecks.KnownExtensions(request.Outputs, Extensions);
        RequestChecks.Distinct([request.Movie], request.Outputs);
        RequestChecks.Readable([request.Movie]);
        RequestChecks.Writable(request.Outputs);
    }

    private static long NumberAt(VideoFileClip clip, double time) => time <= clip.Duration
        ? clip.FrameNumberAt(time)
        : throw new UnsuitableInputException(Invariant($"The movie is {clip.Duration:0.###} s long: there is no picture at {time} s."));

    private static long Checked(VideoFileClip clip, long number) => number < clip.FrameCount
        ? number
        : throw new UnsuitableInputException(Invariant($"The movie has {clip.FrameCount} frames, from 0: there is no frame {number}."));
}
