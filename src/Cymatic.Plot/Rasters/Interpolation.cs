namespace Cymatic.Plot;

/// <summary>How a matrix is seen between its numbers.</summary>
public enum Interpolation
{
    /// <summary>Each number is a rectangle.</summary>
    Nearest,

    /// <summary>Straight between neighbours.</summary>
    Linear,

    /// <summary>Smooth through neighbours (Catmull and Rom 1974).</summary>
    Cubic,
}
