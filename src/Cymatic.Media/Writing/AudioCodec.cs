namespace Cymatic.Media;

/// <summary>How the sound of a movie is encoded.</summary>
public enum AudioCodec
{
    /// <summary>AAC.</summary>
    Aac,

    /// <summary>Opus.</summary>
    Opus,

    /// <summary>MP3.</summary>
    Mp3,

    /// <summary>FLAC, 24 bits: lossless.</summary>
    Flac,

    /// <summary>Vorbis.</summary>
    Vorbis,

    /// <summary>Integers of 24 bits as they are.</summary>
    Pcm,
}
