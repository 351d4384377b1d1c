namespace Cymatic.Workflows;

/// <summary>What every long step is given: where to say how far it is, and when to stop.</summary>
internal readonly record struct WorkflowJob(IProgress<double>? Progress, CancellationToken Cancel)
{
    /// <summary>Says that this part, from 0 to 1, is done.</summary>
    public void Report(double part) => Progress?.Report(part);
}
