namespace Cymatic.Workflows;

/// <summary>By what the pieces of a mosaic are made as loud as the target.</summary>
public enum LevelMatch
{
    /// <summary>The root of the mean square.</summary>
    Rms,

    /// <summary>Loudness as listeners hear it, by ITU-R BS.1770-4.</summary>
    Lufs,

    /// <summary>Pieces stay as loud as they are.</summary>
    Off,
}
