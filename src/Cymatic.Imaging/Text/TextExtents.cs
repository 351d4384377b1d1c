namespace Cymatic.Imaging;

/// <summary>A rectangle in user units.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public readonly record struct Box(double X, double Y, double Width, double Height)
{
    /// <summary>Right edge.</summary>
    public double Right => X + Width;

    /// <summary>Bottom edge.</summary>
    public double Bottom => Y + Height;
}

/// <summary>What a text takes up when it is drawn at (0, 0) in its style.</summary>
/// <param name="Logical">The box for setting texts beside and below each other: it includes spaces and the font's line height.</param>
/// <param name="Ink">The box of what gets painted; it may leave the logical box.</param>
/// <param name="Baseline">The first baseline's y.</param>
/// <param name="Lines">Lines after wrapping.</param>
/// <param name="UnknownGlyphs">Characters that no installed font can show.</param>
/// <param name="Cut">Whether the text was cut and ends in "…".</param>
public readonly record struct TextExtents(Box Logical, Box Ink, double Baseline, int Lines, int UnknownGlyphs, bool Cut);
