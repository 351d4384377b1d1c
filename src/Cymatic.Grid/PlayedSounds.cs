namespace Cymatic.Grid;

/// <summary>A playing with its end and level.</summary>
/// <param name="Start">First sample.</param>
/// <param name="Length">Samples.</param>
/// <param name="Label">Which sound.</param>
/// <param name="LevelDb">RMS level in dB of full scale.</param>
internal readonly record struct PlayedBlock(int Start, int Length, int Label, double LevelDb);

/// <summary>The sounds of a song or of a piece of one, before they have rows.</summary>
/// <param name="Blocks">By start.</param>
/// <param name="Fingerprints">What each sound sounds like.</param>
internal sealed record PlayedSounds(IReadOnlyList<PlayedBlock> Blocks, IReadOnlyDictionary<int, SoundFingerprint> Fingerprints)
{
    /// <summary>The sounds, by their first playing.</summary>
    public IReadOnlyList<int> Labels { get; } = [.. Blocks.Select(block => block.Label).Distinct()];

    /// <summary>Share of the playings whose sound plays more than once: near 0 where no repeat is the same waveform.</summary>
    public double RepeatShare()
    {
        var counts = Blocks.CountBy(block => block.Label).ToDictionary();
        return (double)Blocks.Count(block => counts[block.Label] > 1) / Math.Max(1, Blocks.Count);
    }
}
