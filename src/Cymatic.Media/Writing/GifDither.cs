namespace Cymatic.Media;

/// <summary>How a GIF shows a colour that its palette has not got.</summary>
public enum GifDither
{
    /// <summary>By a fixed pattern: small files, and what stands still stays still.</summary>
    Ordered,

    /// <summary>By the nearest colour: the smallest files, flat areas, visible bands.</summary>
    None,

    /// <summary>By spreading the error to the neighbours (Floyd and Steinberg 1976): the smoothest picture, the largest files.</summary>
    ErrorDiffusion,

    /// <summary>By spreading part of the error only (Sierra-2-4A): between the two.</summary>
    SierraLite,
}
