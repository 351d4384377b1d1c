namespace Cymatic.Imaging;

/// <summary>How colours mix where a picture lies over another: W3C Compositing and Blending Level 1, and the usual sums.</summary>
public enum BlendMode
{
    /// <summary>The source covers the target.</summary>
    Normal,

    /// <summary>Target · source: never lighter.</summary>
    Multiply,

    /// <summary>1 − (1 − target)·(1 − source): never darker.</summary>
    Screen,

    /// <summary>Multiply where the target is dark, screen where it is light.</summary>
    Overlay,

    /// <summary>The darker of both.</summary>
    Darken,

    /// <summary>The lighter of both.</summary>
    Lighten,

    /// <summary>Target + source, at most 1.</summary>
    Add,

    /// <summary>Target − source, at least 0.</summary>
    Subtract,

    /// <summary>|target − source|.</summary>
    Difference,

    /// <summary>Darkens where the source is dark and lightens where it is light, softly.</summary>
    SoftLight,

    /// <summary>Multiply where the source is dark, screen where it is light.</summary>
    HardLight,

    /// <summary>Target / (1 − source), at most 1.</summary>
    ColorDodge,

    /// <summary>1 − (1 − target) / source, at least 0.</summary>
    ColorBurn,

    /// <summary>Target + source − 2·target·source.</summary>
    Exclusion,
}
