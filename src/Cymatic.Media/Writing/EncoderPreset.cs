namespace Cymatic.Media;

/// <summary>How long an encoder may search for a smaller file of the same quality: x264's presets.</summary>
public enum EncoderPreset
{
    /// <summary>Fastest, largest file.</summary>
    Ultrafast,

    /// <summary>Very fast.</summary>
    Veryfast,

    /// <summary>Fast.</summary>
    Fast,

    /// <summary>The usual compromise.</summary>
    Medium,

    /// <summary>Slow.</summary>
    Slow,

    /// <summary>Smallest file that is still made in reasonable time.</summary>
    Veryslow,
}
