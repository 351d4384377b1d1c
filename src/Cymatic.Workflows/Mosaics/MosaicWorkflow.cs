using Cymatic.Media;
using Cymatic.Mosaic;

namespace Cymatic.Workflows;

/// <summary>The job "a sound re-created from the frames of a corpus of videos": hears, chooses, renders, writes.</summary>
public static class MosaicWorkflow
{
    /// <summary>The extensions of the files that can be written.</summary>
    public static IReadOnlyCollection<string> Extensions => MosaicOutput.Extensions;

    /// <summary>
    /// Does the job. All files appear together, when they are whole; when the job ends early, none does.
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
        request = request.SeedExact ? AsTheScript(request) : request;
        MosaicRendering rendering = request.Rendering;
        Check(request);
        (Corpus built, IReadOnlyList<string> remarks) = Corpora.BuildWithRemarks(Heard(request), progress, cancel);
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
        using UnitPictures? pictures = PicturesCount(corpus, request)
            ? CorpusPictures.Open(corpus, IndexOf(request), progress, cancel)
            : null;
        string file = request.Rendering.Target;
        using TargetSound heard = Corpora.ReadTarget(file, progress, cancel);
        TargetSound target = request.Selection.Features.Features.Contains(UnitFeature.Specgram)
            ? heard.With(Corpora.ReadSeed(file, heard.Duration, cancel))
            : heard;
        StepProgress choosing = StepProgress.Begin(progress, "choosing units");
        return UnitSelection.Select(corpus, target, request.Selection with { Pictures = pictures }, choosing, cancel);
    }

    /// <summary>Whether cuts are seen, and what they look like counts.</summary>
    private static bool PicturesCount(Corpus corpus, MosaicRequest request) =>
        request.Selection is { Method: SelectionMethod.Viterbi, VisualWeight: > 0 }
        && request.Rendering.Outputs.Any(MosaicOutput.IsSeen) && corpus.Sources.Any(source => source.File.HasVideo);

    /// <summary>The corpus with the features that are to be measured; an index has measured its own.</summary>
    private static CorpusRequest Heard(MosaicRequest request) => IndexOf(request) is not null ? request.Corpus
        : request.Corpus with { Options = request.Corpus.Options with { Features = request.Selection.Features } };

    private static string? IndexOf(MosaicRequest request) => CorpusIndex.IsIndex(request.Corpus.Files[0]) ? request.Corpus.Files[0] : null;

    /// <summary>The nearest specgram for each frame, hard cuts, levels as they are.</summary>
    private static MosaicRequest AsTheScript(MosaicRequest request) => request with
    {
        Selection = request.Selection with
        {
            Method = SelectionMethod.Nearest,
            Features = FeatureWeights.Of(UnitFeature.Specgram),
            Metric = UnitMetric.Euclidean,
            GainRangeDb = null,
        },
        Rendering = request.Rendering with
        {
            Sound = request.Rendering.Sound with { Levels = LevelMatch.Off, Join = new() { Seconds = 0, AlignSeconds = 0 } },
        },
    };

    private static void Check(MosaicRequest request)
    {
        MosaicRendering rendering = request.Rendering;
        RequestChecks.KnownExtensions(rendering.Outputs, Extensions);
        if (File.Exists(rendering.StemsFolder))
            throw new RequestException($"'{rendering.StemsFolder}' is a file; the stems need a folder.");
        RequestChecks.Distinct([rendering.Target, .. request.Corpus.Files], rendering.Outputs);
        RequestChecks.Readable([rendering.Target]);
        Corpora.Check(request.Corpus);
        CheckFeatures(request);
        RequestChecks.Writable(rendering.Outputs);
    }

    private static void CheckFeatures(MosaicRequest request)
    {
        SelectionOptions selection = request.Selection;
        if (selection.Method == SelectionMethod.Bee && !selection.Features.IsEmpty)
            throw new RequestException("The method bee mixes spectra; it cannot go by features. The methods nearest and viterbi can.");
        if (IndexOf(request) is not { } index)
            return;
        string missing = string.Join(',', selection.Features.Features
            .Except(CorpusIndex.OptionsOf(index).Features.Features).Select(feature => FeatureWeights.Of(feature).ToString()));
        if (missing.Length > 0)
        {
            throw new IndexException(
                $"{index} does not keep {missing}: 'cymatic index -o {index} --features {missing}' adds what is missing.");
        }
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
