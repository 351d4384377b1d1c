using Cymatic.Media;
using Cymatic.Mosaic;

namespace Cymatic.Workflows;

/// <summary>The second half of a mosaic: from a plan to files.</summary>
public static class MosaicRenderer
{
    /// <summary>Renders a plan. All files appear together, when they are whole.</summary>
    /// <remarks>
    /// Every source is decoded once for its sound and once for its pictures, in its own order, however the target jumps; what is needed
    /// waits on disk in files without a name. Memory does not grow with the lengths.
    /// </remarks>
    /// <param name="plan">Which piece of which source sounds when; at least one unit.</param>
    /// <param name="request">What to make of it.</param>
    /// <param name="progress">The steps and how far each is.</param>
    /// <param name="cancel">Ends the job and its child processes.</param>
    /// <exception cref="UnsuitableInputException">The plan has no unit.</exception>
    /// <exception cref="UnreadableMediaException">A source cannot be read.</exception>
    /// <exception cref="FfmpegException">ffmpeg is missing or failed.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static MosaicResult Render(
        MosaicPlan plan, MosaicRendering request, IProgress<WorkflowProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(request);
        if (plan.Units.Count == 0)
            throw new UnsuitableInputException($"Nothing of the corpus is heard in {request.Target}: the target is silent.");
        using var production = MosaicProduction.Begin(plan, request, progress, cancel);
        MosaicDocument document = DocumentOf(production, request);
        var output = new MosaicOutput(production, document, request);
        List<string> written = [.. request.Outputs];
        using var files = new StagedFiles();
        foreach (string path in request.Outputs)
            files.Write(path, staged => output.Write(staged, progress, cancel));
        if (request.StemsFolder is { } folder)
            written.AddRange(output.WriteStems(folder, files, progress, cancel));
        var measuring = new WorkflowJob(StepProgress.Begin(progress, "comparing with the target"), cancel);
        MosaicFigures figures = production.Measure(measuring) with { SyncErrorMs = output.SyncErrorMs };
        cancel.ThrowIfCancellationRequested();
        files.Commit();
        return new MosaicResult(production.Plan, figures, MosaicCredit.Of(production.Plan, production.Runs), written, production.Remarks);
    }

    private static MosaicDocument DocumentOf(MosaicProduction production, MosaicRendering request) => new()
    {
        Plan = production.Plan,
        Runs = production.Runs,
        Target = request.Target,
        Title = request.Title ?? Path.GetFileNameWithoutExtension(request.Target),
        Rate = production.Material.Rate,
        Size = production.Material.Size,
    };
}
