using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>The sides of a plot on which a line is drawn.</summary>
[Flags]
public enum Sides
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The left one.</summary>
    Left = 1,

    /// <summary>The lower one.</summary>
    Bottom = 2,

    /// <summary>The right one.</summary>
    Right = 4,

    /// <summary>The upper one.</summary>
    Top = 8,

    /// <summary>All four.</summary>
    All = 15,
}

/// <summary>Colours, letters and lines of a figure. Lengths are in pixels at 96 dots an inch.</summary>
public sealed record Theme
{
    private static readonly Color[] Tableau = [.. ColorMap.Tab10.Colors];

    private static readonly Color[] Bright =
    [
        Color.FromHex("#58a6ff"), Color.FromHex("#ff9f43"), Color.FromHex("#4cd97b"), Color.FromHex("#ff6b6b"), Color.FromHex("#b794f6"),
        Color.FromHex("#d6a287"), Color.FromHex("#f78fd0"), Color.FromHex("#b0b8c4"), Color.FromHex("#d9d94c"), Color.FromHex("#3fd0e0"),
    ];

    // Okabe and Ito, "Color Universal Design", 2008: told apart by people with any kind of colour vision, and in print.
    private static readonly Color[] Universal =
    [
        Color.FromHex("#0072b2"), Color.FromHex("#d55e00"), Color.FromHex("#009e73"), Color.FromHex("#cc79a7"), Color.FromHex("#e69f00"),
        Color.FromHex("#56b4e9"), Color.FromHex("#000000"),
    ];

    /// <summary>For bright pages.</summary>
    public static Theme Light { get; } = new();

    /// <summary>For screens and movies.</summary>
    public static Theme Dark { get; } = new()
    {
        Background = Color.FromHex("#12151b"),
        Ground = Color.FromHex("#171b22"),
        Text = Color.FromHex("#f1f4f8"),
        Quiet = Color.FromHex("#a8b2bf"),
        Spine = Color.FromHex("#566273"),
        GridLine = Color.FromHex("#262c36"),
        Palette = Bright,
    };

    /// <summary>For print: black on white, a frame with ticks inside, fine lines, no grid.</summary>
    public static Theme Publication { get; } = new()
    {
        Ground = Color.White,
        Text = Color.Black,
        Quiet = Color.Black,
        Spine = Color.Black,
        GridLine = Color.FromHex("#d8d8d8"),
        Palette = Universal,
        Spines = Sides.All,
        Grid = false,
        TicksInside = true,
        MinorTicks = true,
        FontSize = 11,
        LineWidth = 1.4,
        SpineWidth = 0.8,
    };

    /// <summary>Behind everything; transparent for pictures that are laid over others.</summary>
    public Color Background { get; init; } = Color.White;

    /// <summary>Behind the marks.</summary>
    public Color Ground { get; init; } = Color.White;

    /// <summary>Titles and labels.</summary>
    public Color Text { get; init; } = Color.FromHex("#1c2128");

    /// <summary>Numbers along the axes.</summary>
    public Color Quiet { get; init; } = Color.FromHex("#4d5663");

    /// <summary>Axis lines and ticks.</summary>
    public Color Spine { get; init; } = Color.FromHex("#6b7684");

    /// <summary>The grid.</summary>
    public Color GridLine { get; init; } = Color.FromHex("#e6e9ed");

    /// <summary>Colours of marks that have none of their own, in turn; at least one.</summary>
    public IReadOnlyList<Color> Palette
    {
        get;
        init => field = value is { Count: > 0 } ? value : throw new ArgumentException("A palette has at least one colour.", nameof(value));
    } = Tableau;

    /// <summary>Font families in order of preference, as <see cref="TextStyle.Family"/>.</summary>
    public string FontFamily { get; init; } = new TextStyle().Family;

    /// <summary>Size of labels; numbers are a little smaller, titles larger.</summary>
    public double FontSize { get; init => field = Positive(value); } = 13;

    /// <summary>Width of lines that have none of their own.</summary>
    public double LineWidth { get; init => field = Positive(value); } = 2;

    /// <summary>Width of axis lines, ticks and the grid.</summary>
    public double SpineWidth { get; init => field = Positive(value); } = 1;

    /// <summary>Length of ticks; minor ones are 0.6 of it.</summary>
    public double TickLength { get; init => field = Positive(value); } = 5;

    /// <summary>Whether ticks point into the plot.</summary>
    public bool TicksInside { get; init; }

    /// <summary>Whether there are minor ticks on all axes; logarithmic ones always have them.</summary>
    public bool MinorTicks { get; init; }

    /// <summary>Where axis lines are.</summary>
    public Sides Spines { get; init; } = Sides.Left | Sides.Bottom;

    /// <summary>Whether there is a grid, where axes do not say.</summary>
    public bool Grid { get; init; } = true;

    internal TextStyle NumberStyle => new() { Family = FontFamily, Size = FontSize * 0.92, Color = Quiet };

    internal TextStyle LabelStyle => new() { Family = FontFamily, Size = FontSize, Color = Text };

    internal TextStyle TitleStyle => new() { Family = FontFamily, Size = FontSize * 1.2, Color = Text };

    internal Stroke SpineStroke => new(Spine, SpineWidth);

    private static double Positive(double value) => value is > 0 and <= 1000
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A length must be positive.");
}
