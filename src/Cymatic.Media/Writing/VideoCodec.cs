namespace Cymatic.Media;

/// <summary>How the pictures of a movie are encoded.</summary>
public enum VideoCodec
{
    /// <summary>H.264 by libx264: plays everywhere; no transparency.</summary>
    H264,

    /// <summary>H.265 by libx265, where ffmpeg has it: smaller and slower; no transparency.</summary>
    H265,

    /// <summary>VP9 by libvpx, with alpha where a picture is transparent.</summary>
    Vp9,

    /// <summary>Apple ProRes 4444, ten bits, with alpha where a picture is transparent: for editing programs.</summary>
    ProRes4444,

    /// <summary>Animated PNG: lossless, with alpha where a picture is transparent.</summary>
    Apng,

    /// <summary>Animated WebP, with alpha where a picture is transparent.</summary>
    WebP,

    /// <summary>GIF: up to 256 colours, a pixel is there or not.</summary>
    Gif,
}
