namespace Cymatic.Imaging;

/// <summary>How a text looks and where it lies relative to the point at which it is drawn.</summary>
public sealed record TextStyle
{
    internal const string DefaultFamily = "Noto Sans, DejaVu Sans, Segoe UI, Helvetica Neue, Arial";

    /// <summary>
    /// Font families in order of preference, separated by commas; sans, serif and monospace stand for whatever is installed. Characters
    /// that the first font found has not got come from other installed ones.
    /// </summary>
    public string Family
    {
        get;
        init => field = !string.IsNullOrWhiteSpace(value) ? value
            : throw new ArgumentException("A font family must have a name.", nameof(value));
    } = DefaultFamily;

    /// <summary>A font file (.ttf, .otf, .ttc), used instead of <see cref="Family"/>. Null: an installed font.</summary>
    public string? FontFile { get; init; }

    /// <summary>Size of the em square in pixels (in a PDF: points).</summary>
    public double Size
    {
        get;
        init => field = value is > 0 and <= 10000 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A text size must be positive.");
    } = 13;

    /// <summary>Weight from 100 (thin) over 400 (regular) and 700 (bold) to 1000.</summary>
    public int Weight
    {
        get;
        init => field = value is >= 100 and <= 1000 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A font weight must lie between 100 and 1000.");
    } = 400;

    /// <summary>Whether the letters slant.</summary>
    public bool Italic { get; init; }

    /// <summary>Colour of the letters.</summary>
    public Color Color { get; init; } = Color.Black;

    /// <summary>A line around the letters, below them: its width is what is seen outside of a letter. Null: none.</summary>
    public Stroke? Outline { get; init; }

    /// <summary>Distance of the lines of a text as a multiple of the font's own; null for the font's own.</summary>
    public double? LineSpacing
    {
        get;
        init => field = value is null or (>= 0.1 and <= 10) ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Line spacing must lie between 0.1 and 10.");
    }

    /// <summary>Which point of the text's box lies at the given x.</summary>
    public TextAlignment Alignment { get; init; } = TextAlignment.Left;

    /// <summary>Which line of the text's box lies at the given y.</summary>
    public TextPosition Position { get; init; } = TextPosition.Top;

    /// <summary>Greatest width in pixels: longer text is wrapped, or cut where <see cref="Ellipsis"/> is set. Null: no limit.</summary>
    public double? Width
    {
        get;
        init => field = value is null or > 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A text width must be positive.");
    }

    /// <summary>Whether text that is longer than <see cref="Width"/> ends in "…" on one line instead of being wrapped.</summary>
    public bool Ellipsis { get; init; }
}

/// <summary>The point of a text's box that lies at the given x; lines of a wrapped text are aligned the same way.</summary>
public enum TextAlignment
{
    /// <summary>The left edge.</summary>
    Left,

    /// <summary>The middle.</summary>
    Center,

    /// <summary>The right edge.</summary>
    Right,
}

/// <summary>The line of a text's box that lies at the given y.</summary>
public enum TextPosition
{
    /// <summary>The top of the box.</summary>
    Top,

    /// <summary>Half of the box's height.</summary>
    Middle,

    /// <summary>The baseline of the first line.</summary>
    Baseline,

    /// <summary>The bottom of the box.</summary>
    Bottom,
}
