using Cymatic.Media;
using Cymatic.Mosaic;

namespace Cymatic.Workflows;

/// <summary>The job "a sound re-created from the frames of a corpus of videos": hears, chooses, renders, writes.</summary>
public static class MosaicWorkflow
{
    /// <summary>The extensions of the files that can be written.</summary>
    public static IReadOnlyCollection<string> Extensions => MosaicOutput.Extensions;

    /// <summary>
    /// Does the job. Every file appears when it is whole; when the job ends early, files that are not whole do not appear.
    /// </summary>
    /// <param name="request">What to make of which target and corpus.</param>
    /// <param name="progress">The steps and how far each is.</param>
    /// <param name="cancel">Ends the job and its child processes.</param>
    /// <exception cref="RequestException">No file could fulfil the request; nothing was done.</exception>
    /// <exception cref="UnsuitableInputException">A file holds nothing that could be heard.</exception>
    /// <exception cref="UnreadableMediaException">A file is no media file, or holds no sound.</exception>
    /// <exception cref="FfmpegException">ffmpeg is missing or failed.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder may not be written to.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static MosaicResult Run(MosaicRequest request, IProgress<WorkflowProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        MosaicRendering rendering = request.Rendering;
        Check(request);
        if (request.SeedExact)
            return RenderSeed(request, progress, cancel);
        (Corpus built, IReadOnlyList<string> remarks) = Corpora.BuildWithRemarks(request.Corpus, progress, cancel);
        using Corpus corpus = built;
        CheckStems(corpus, request);
        MosaicPlan plan = Choose(corpus, request, progress, cancel);
        UnitOptions units = corpus.Options.Units;
        if (units.Kind == UnitKind.Frames && rendering.Picture.Rate is null)
            rendering = rendering with { Picture = rendering.Picture with { Rate = new FrameRate(units.Rate.Num, units.Rate.Den) } };
        MosaicResult result = MosaicRenderer.Render(plan, rendering, progress, cancel);
        return result with { Remarks = [.. remarks, .. result.Remarks] };
    }

    private static MosaicPlan Choose(
        Corpus corpus, MosaicRequest request, IProgress<WorkflowProgress>? progress, CancellationToken cancel)
    {
        string file = request.Corpus.Files[0];
        using UnitPictures? pictures = PicturesCount(corpus, request)
            ? CorpusPictures.Open(corpus, CorpusIndex.IsIndex(file) ? file : null, progress, cancel)
            : null;
        using TargetSound target = Corpora.ReadTarget(request.Rendering.Target, progress, cancel);
        StepProgress choosing = StepProgress.Begin(progress, "choosing units");
        return UnitSelection.Select(corpus, target, request.Selection with { Pictures = pictures }, choosing, cancel);
    }

    /// <summary>Whether cuts are seen, and what they look like counts.</summary>
    private static bool PicturesCount(Corpus corpus, MosaicRequest request) =>
        request.Selection is { Method: SelectionMethod.Viterbi, VisualWeight: > 0 }
        && request.Rendering.Outputs.Any(MosaicOutput.IsSeen) && corpus.Sources.Any(source => source.File.HasVideo);

    /// <summary>As the script does: hard cuts, levels as they are.</summary>
    private static MosaicResult RenderSeed(MosaicRequest request, IProgress<WorkflowProgress>? progress, CancellationToken cancel)
    {
        MosaicRendering rendering = request.Rendering;
        MosaicPlan plan = SeedCorpora.Plan(request.Corpus.Files, rendering.Target, progress, cancel);
        var cut = new JoinOptions { Seconds = 0, AlignSeconds = 0 };
        MosaicSoundOptions sound = rendering.Sound with { Levels = LevelMatch.Off, Join = cut };
        return MosaicRenderer.Render(plan, rendering with { Sound = sound }, progress, cancel);
    }

    private static void Check(MosaicRequest request)
    {
        MosaicRendering rendering = request.Rendering;
        RequestChecks.KnownExtensions(rendering.Outputs, Extensions);
        if (File.Exists(rendering.StemsFolder))
            throw new RequestException($"'{rendering.StemsFolder}' is a file; the stems need a folder.");
        RequestChecks.Distinct([rendering.Target, .. request.Corpus.Files], rendering.Outputs);
        RequestChecks.Readable([rendering.Target]);
        Corpora.Check(request.Corpus);
        if (request.SeedExact && request.Corpus.Files.Any(CorpusIndex.IsIndex))
            throw new RequestException("The script's choice needs the files themselves, not an index.");
        RequestChecks.Writable(rendering.Outputs);
    }

    private static void CheckStems(Corpus corpus, MosaicRequest request)
    {
        if (request.Rendering.StemsFolder is not { } folder)
            return;
        string[] sources = [.. corpus.Sources.Select(source => source.File.Path)];
        RequestChecks.Distinct(
            [request.Rendering.Target, .. sources],
            sources.Select((path, i) => Path.Combine(folder, MosaicOutput.StemName(path, i))).Concat(request.Rendering.Outputs));
    }
}
