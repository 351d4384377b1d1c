using Cymatic.Signal;

namespace Cymatic.Mosaic;

/// <summary>A sound that becomes a source of a corpus in memory.</summary>
/// <param name="Path">Where it comes from; whoever renders the mosaic reads it there.</param>
/// <param name="Sound">Its samples, of any rate; the mean of the channels is heard.</param>
public sealed record CorpusSound(string Path, Sound Sound)
{
    /// <summary>Whether there is a picture beside the sound.</summary>
    public bool HasVideo { get; init; }

    /// <summary>The same at 44.1 kHz, where <see cref="UnitFeature.Specgram"/> is to be measured.</summary>
    public SeedSound? Seed { get; init; }

    /// <summary>Seconds of the source, where that is not the length of its sound.</summary>
    public double? Duration { get; init; }
}
