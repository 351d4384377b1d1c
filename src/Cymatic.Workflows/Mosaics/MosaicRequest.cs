using Cymatic.Mosaic;

namespace Cymatic.Workflows;

/// <summary>A target, the corpus that it is re-created from, and what to make of it.</summary>
public sealed record MosaicRequest
{
    /// <summary>The corpus.</summary>
    public required CorpusRequest Corpus { get; init; }

    /// <summary>How units are chosen.</summary>
    public SelectionOptions Selection { get; init; } = new();

    /// <summary>
    /// Choose as the script "Concatenative Synthesis Experiments" does: the method nearest by the specgram of each frame; then pieces are
    /// cut hard and stay as loud as they are.
    /// </summary>
    public bool SeedExact { get; init; }

    /// <summary>The target, and what to write.</summary>
    public required MosaicRendering Rendering { get; init; }
}
