namespace Cymatic.Media;

/// <summary>What every long call is given: where to say how far it is, and when to stop.</summary>
internal readonly record struct Job(IProgress<double>? Progress, CancellationToken Cancel)
{
    /// <summary>Says that this part, from 0 to 1, is done.</summary>
    public void Report(double part) => Progress?.Report(part);

    /// <summary>A job that is the part of this one from <paramref name="begin"/> to <paramref name="end"/>.</summary>
    public Job Part(double begin, double end) => Progress is { } whole ? this with { Progress = new PartOf(whole, begin, end) } : this;

    private sealed class PartOf(IProgress<double> whole, double begin, double end) : IProgress<double>
    {
        public void Report(double value) => whole.Report(begin + (end - begin) * value);
    }
}
