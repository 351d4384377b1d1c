using Cymatic.Imaging;
using Cymatic.Plot;

namespace Cymatic.Workflows;

/// <summary>The colours of grid pictures and movies.</summary>
public sealed record GridTheme
{
    private GridTheme(Theme figures) => Figures = figures;

    /// <summary>For paper and bright pages.</summary>
    public static GridTheme Light { get; } = new(Theme.Light)
    {
        Band = Color.FromHex("#f5f6f8"),
        BeatLine = Color.FromHex("#edeff2"),
        BarLine = Color.FromHex("#d5dae0"),
        Waveform = Color.FromHex("#a3adba"),
        Accent = Color.FromHex("#14181f"),
        RowLightness = 0.67,
        RowChroma = 0.155,
    };

    /// <summary>For screens and movies.</summary>
    public static GridTheme Dark { get; } = new(Theme.Dark)
    {
        Band = Color.FromHex("#181c23"),
        BeatLine = Color.FromHex("#20252d"),
        BarLine = Color.FromHex("#353d49"),
        Waveform = Theme.Dark.Spine,
        Accent = Color.FromHex("#ffffff"),
        RowLightness = 0.75,
        RowChroma = 0.145,
    };

    /// <summary>Letters, and the colours that grids share with figures.</summary>
    public Theme Figures { get; init; }

    /// <summary>Behind everything.</summary>
    public Color Background => Figures.Background;

    /// <summary>Behind every other row.</summary>
    public required Color Band { get; init; }

    /// <summary>Lines between the beats of a bar.</summary>
    public required Color BeatLine { get; init; }

    /// <summary>Lines between bars, axis lines.</summary>
    public required Color BarLine { get; init; }

    /// <summary>Title and names.</summary>
    public Color Text => Figures.Text;

    /// <summary>Numbers on the axes and second lines.</summary>
    public Color Quiet => Figures.Quiet;

    /// <summary>The waveform above the grid.</summary>
    public required Color Waveform { get; init; }

    /// <summary>The playhead.</summary>
    public required Color Accent { get; init; }

    /// <summary>Mean OKLab lightness of the rows' colours.</summary>
    public required double RowLightness { get; init; }

    /// <summary>OKLab chroma of the rows' colours.</summary>
    public required double RowChroma { get; init; }

    /// <summary>Letters of the theme's font in the colour of text.</summary>
    internal TextStyle Letters => new() { Family = Figures.FontFamily, Color = Text };

    /// <summary>A colour for each row, neighbours in similar hues.</summary>
    public Color[] RowColors(int rows) => RowPalette.Create(rows, RowLightness, RowChroma);
}
