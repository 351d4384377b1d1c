namespace Cymatic.Workflows;

/// <summary>How far a job is.</summary>
/// <param name="Step">What is being done, for people: "reading song.flac".</param>
/// <param name="Part">How much of the step is done, 0 to 1.</param>
public readonly record struct WorkflowProgress(string Step, double Part);

/// <summary>The progress of one step as progress of the job.</summary>
internal sealed class StepProgress(IProgress<WorkflowProgress>? job, string step) : IProgress<double>
{
    public static StepProgress Begin(IProgress<WorkflowProgress>? job, string step)
    {
        var progress = new StepProgress(job, step);
        progress.Report(0);
        return progress;
    }

    public void Report(double value) => job?.Report(new WorkflowProgress(step, value));
}
