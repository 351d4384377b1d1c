namespace Cymatic.Mosaic;

/// <summary>Which sources may be used, and which are favoured.</summary>
internal sealed class SourceChoice
{
    private readonly double[] _nats;

    public SourceChoice(Corpus corpus, SelectionOptions options)
    {
        _nats = [.. corpus.Sources.Select(source => options.SourceUtility?.Invoke(source.File) ?? 0)];
        if (_nats.All(double.IsNegativeInfinity))
            throw new SelectionException($"All {_nats.Length} sources of the corpus are forbidden: nothing is left to choose from.");
    }

    /// <summary>Whether a source may be used.</summary>
    public bool IsAllowed(int source) => !double.IsNegativeInfinity(_nats[source]);

    /// <summary>Nats that it is favoured by.</summary>
    public double Bonus(int source) => _nats[source];
}
