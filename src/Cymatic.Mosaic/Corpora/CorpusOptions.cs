namespace Cymatic.Mosaic;

/// <summary>How a corpus is cut and heard. What is not said is the default of the field or of the paper that is named.</summary>
public sealed record CorpusOptions
{
    /// <summary>What a unit is.</summary>
    public UnitOptions Units { get; init; } = new();

    /// <summary>Features that are measured and kept beside spectra, with the weights that they have where a choice says none.</summary>
    public FeatureWeights Features { get; init; } = FeatureWeights.None;

    /// <summary>Seed of everything that is drawn by lot.</summary>
    public int Seed { get; init; } = 1;
}
