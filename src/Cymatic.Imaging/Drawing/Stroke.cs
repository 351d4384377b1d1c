namespace Cymatic.Imaging;

/// <summary>How a line is drawn.</summary>
/// <param name="Color">Its colour.</param>
/// <param name="Width">Its width in user units, positive.</param>
public sealed record Stroke(Color Color, double Width = 1)
{
    /// <summary>Width in user units, positive.</summary>
    public double Width { get; init; } = Width > 0
        ? Width
        : throw new ArgumentOutOfRangeException(nameof(Width), Width, "A line must have a positive width.");

    /// <summary>Lengths drawn and left out in turn, in user units; empty for a solid line.</summary>
    public IReadOnlyList<double> Dash { get; init; } = [];

    /// <summary>How the line ends.</summary>
    public LineCap Cap { get; init; } = LineCap.Butt;

    /// <summary>How the line turns.</summary>
    public LineJoin Join { get; init; } = LineJoin.Miter;
}

/// <summary>The end of a line.</summary>
public enum LineCap
{
    /// <summary>Straight, at the end point.</summary>
    Butt,

    /// <summary>A half disc around the end point.</summary>
    Round,

    /// <summary>Half a square beyond the end point.</summary>
    Square,
}

/// <summary>The corner of a line.</summary>
public enum LineJoin
{
    /// <summary>Sharp.</summary>
    Miter,

    /// <summary>Round.</summary>
    Round,

    /// <summary>Cut off.</summary>
    Bevel,
}
