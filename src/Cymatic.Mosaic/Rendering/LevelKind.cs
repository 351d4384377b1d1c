namespace Cymatic.Mosaic;

/// <summary>What is meant by the level of a short piece of sound.</summary>
public enum LevelKind
{
    /// <summary>The root of the mean square.</summary>
    Rms,

    /// <summary>The same behind the K-weighting of ITU-R BS.1770-4, as loudness units are measured.</summary>
    Lufs,
}
