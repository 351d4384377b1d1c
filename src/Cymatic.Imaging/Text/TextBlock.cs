namespace Cymatic.Imaging;

/// <summary>
/// A text set as a picture of its own: as large as it needs, or set into a given size. No stroke of a letter is ever cut off.
/// </summary>
/// <param name="Text">The text; line feeds begin new lines.</param>
public sealed record TextBlock(string Text)
{
    /// <summary>The text; line feeds begin new lines.</summary>
    public string Text { get; init; } = Text ?? throw new ArgumentNullException(nameof(Text));

    /// <summary>
    /// Font, colour, outline and alignment. Its <see cref="TextStyle.Width"/> counts when the block has none, its
    /// <see cref="TextStyle.Position"/> says where the text lies in a block that is higher than the text.
    /// </summary>
    public TextStyle Style { get; init; } = new() { Position = TextPosition.Middle };

    /// <summary>Width in pixels, padding included; longer lines are wrapped. Null: as wide as the text.</summary>
    public int? Width
    {
        get;
        init => field = Side(value, nameof(value));
    }

    /// <summary>Height in pixels, padding included. Null: as high as the text.</summary>
    public int? Height
    {
        get;
        init => field = Side(value, nameof(value));
    }

    /// <summary>What happens to the size of the letters when <see cref="Width"/> or <see cref="Height"/> is given.</summary>
    public TextFit Fit { get; init; } = TextFit.Shrink;

    /// <summary>Empty pixels on each side.</summary>
    public double Padding
    {
        get;
        init => field = value is >= 0 and <= 10000 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Padding must not be negative.");
    }

    /// <summary>Colour of the ground; transparent by default.</summary>
    public Color Background { get; init; } = Color.Transparent;

    /// <summary>Radius of the ground's corners in pixels.</summary>
    public double CornerRadius
    {
        get;
        init => field = value is >= 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A radius must not be negative.");
    }

    /// <summary>Sets the text: finds the size of the picture and of the letters.</summary>
    /// <exception cref="ArgumentException">The font is not installed, or the text does not fit at any size of 1 pixel or more.</exception>
    /// <exception cref="DrawingUnavailableException">Pango, Cairo or every font is missing.</exception>
    public SetText Set() => TextSetting.Set(this);

    private static int? Side(int? value, string name) => value is null or (>= 1 and <= Frame.MaxSide) ? value
        : throw new ArgumentOutOfRangeException(name, value, $"A side of a text block lies between 1 and {Frame.MaxSide} pixels.");
}

/// <summary>How the letters of a block of given size are sized.</summary>
public enum TextFit
{
    /// <summary>The style's size; smaller when the text is too large for the block.</summary>
    Shrink,

    /// <summary>As large as the block allows.</summary>
    Fill,
}
