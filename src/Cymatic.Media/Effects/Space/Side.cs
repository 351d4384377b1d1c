namespace Cymatic.Media;

/// <summary>A side of a frame.</summary>
public enum Side
{
    /// <summary>The left edge.</summary>
    Left,

    /// <summary>The upper edge.</summary>
    Top,

    /// <summary>The right edge.</summary>
    Right,

    /// <summary>The lower edge.</summary>
    Bottom,
}
