namespace Cymatic.Media;

/// <summary>Passes on what is larger than before: work that begins anew is not seen to fall back.</summary>
internal sealed class RisingProgress(IProgress<double> progress) : IProgress<double>
{
    private double _last = double.NegativeInfinity;

    /// <inheritdoc/>
    public void Report(double value)
    {
        if (value <= _last)
            return;
        _last = value;
        progress.Report(value);
    }
}
