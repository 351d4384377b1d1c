using System.Globalization;
using Cymatic.Media;
using Cymatic.Signal;

namespace Cymatic.Workflows;

/// <summary>The job "the structure of a song": reads, finds segments or fragments, draws, writes.</summary>
public static class SegmentWorkflow
{
    /// <summary>The extensions of the files that can be written.</summary>
    public static IReadOnlyCollection<string> Extensions => SegmentOutput.Extensions;

    /// <summary>
    /// Does the job. Every file appears when it is whole; when the job ends early, files that are not whole do not appear.
    /// </summary>
    /// <param name="request">What to make of which song.</param>
    /// <param name="progress">The steps and how far each is.</param>
    /// <param name="cancel">Ends the job and its child processes.</param>
    /// <exception cref="RequestException">No file could fulfil the request; nothing was done.</exception>
    /// <exception cref="UnreadableMediaException">The song is no media file, holds no sound, or has too few beats.</exception>
    /// <exception cref="MalformedFileException">The song is damaged.</exception>
    /// <exception cref="FfmpegException">ffmpeg is missing or failed.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder may not be written to.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static SegmentResult Run(
        SegmentRequest request, IProgress<WorkflowProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        Check(request);
        SegmentSong song = SegmentSong.Read(
            request.Song, StepProgress.Begin(progress, $"reading {Path.GetFileName(request.Song)}"), cancel);
        SongStructure structure = Analyse(request, song.Mono, progress, cancel);
        var document = new SegmentDocument
        {
            Structure = structure,
            Levels = request.Clusters is null ? [structure.Best] : structure.Levels,
            Title = request.Title ?? Path.GetFileNameWithoutExtension(request.Song),
            Remarks = [.. song.Remarks, .. RemarksOn(structure, request)],
        };
        var output = new SegmentOutput(document, request, song.Played);
        foreach (string path in request.Outputs)
            output.Write(path, StepProgress.Begin(progress, $"writing {Path.GetFileName(path)}"), cancel);
        return new(structure, document.Levels, request.Outputs, document.Remarks);
    }

    private static void Check(SegmentRequest request)
    {
        RequestChecks.KnownExtensions(request.Outputs, Extensions);
        if (request.Figure != SegmentFigure.All && !request.Outputs.Any(SegmentOutput.IsPicture))
            throw new RequestException("A figure is chosen for pictures, but no picture is asked for.");
        if (request.FragmentBeats is not null && request.Figure is SegmentFigure.Components)
            throw new RequestException("Fragments are told apart by their sound alone and have no structure components.");
        RequestChecks.Distinct([request.Song], request.Outputs);
        RequestChecks.Readable([request.Song]);
        RequestChecks.Writable(request.Outputs);
    }

    private static SongStructure Analyse(
        SegmentRequest request, Sound song, IProgress<WorkflowProgress>? progress, CancellationToken cancel)
    {
        StepProgress listening = StepProgress.Begin(progress, "listening to its beats");
        StructureOptions options = new() { Clusters = request.Clusters };
        BeatFeatures features = BeatFeatures.Of(song, request.FragmentBeats is null ? 1 : SongFragments.Slices, listening, cancel);
        int least = request.FragmentBeats is { } beats ? (3 * beats) + 1 : SongStructure.FewestBeats;
        string name = request.Song;
        if (features.Beats < least)
        {
            string found = features.Beats == 1 ? "no beat" : Invariant($"{features.Beats - 1} beat{(features.Beats == 2 ? "" : "s")}");
            throw new UnreadableMediaException(name, Invariant($"has {found}: its structure takes at least {least - 1}"));
        }

        int moments = request.FragmentBeats is 2 ? features.Beats / 2 : features.Beats;
        if (request.Clusters is { } clusters && clusters[^1] >= moments)
        {
            string unit = request.FragmentBeats is null ? "beats" : "fragments";
            throw new UnreadableMediaException(
                name, Invariant($"has {moments} {unit}, which cannot be of {clusters[^1]} kinds: ask for fewer than {moments}"));
        }

        StepProgress.Begin(progress, "comparing its moments");
        return request.FragmentBeats is { } length ? SongFragments.Of(features, length, options, cancel)
            : SongStructure.Of(features, options, cancel);
    }

    private static IEnumerable<string> RemarksOn(SongStructure structure, SegmentRequest request)
    {
        StructureLevel best = structure.Best;
        if (request.Clusters is null && request.FragmentBeats is null)
        {
            string stable = best.Stability.ToString("0.00", CultureInfo.InvariantCulture);
            int most = structure.Levels[^1].Clusters;
            yield return Invariant($"{best.Clusters} kinds of segments fit best of 2 to {most} (stability {stable} of 1).");
        }
        else if (request.Clusters is { Count: > 1 })
        {
            yield return Invariant($"Of the levels, {best.Clusters} kinds fit best.");
        }
    }
}
