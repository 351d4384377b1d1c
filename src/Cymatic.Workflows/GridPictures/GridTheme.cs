using Cymatic.Imaging;

namespace Cymatic.Workflows;

/// <summary>The colours of grid pictures and movies.</summary>
public sealed record GridTheme
{
    private GridTheme()
    {
    }

    /// <summary>For paper and bright pages.</summary>
    public static GridTheme Light { get; } = new()
    {
        Background = Color.FromHex("#ffffff"),
        Band = Color.FromHex("#f5f6f8"),
        BeatLine = Color.FromHex("#edeff2"),
        BarLine = Color.FromHex("#d5dae0"),
        Text = Color.FromHex("#14181f"),
        Quiet = Color.FromHex("#59626f"),
        Waveform = Color.FromHex("#a3adba"),
        Accent = Color.FromHex("#14181f"),
        RowLightness = 0.67,
        RowChroma = 0.155,
    };

    /// <summary>For screens and movies.</summary>
    public static GridTheme Dark { get; } = new()
    {
        Background = Color.FromHex("#12151b"),
        Band = Color.FromHex("#181c23"),
        BeatLine = Color.FromHex("#20252d"),
        BarLine = Color.FromHex("#353d49"),
        Text = Color.FromHex("#f1f4f8"),
        Quiet = Color.FromHex("#9aa5b4"),
        Waveform = Color.FromHex("#566273"),
        Accent = Color.FromHex("#ffffff"),
        RowLightness = 0.75,
        RowChroma = 0.145,
    };

    /// <summary>Behind everything.</summary>
    public required Color Background { get; init; }

    /// <summary>Behind every other row.</summary>
    public required Color Band { get; init; }

    /// <summary>Lines between the beats of a bar.</summary>
    public required Color BeatLine { get; init; }

    /// <summary>Lines between bars, axis lines.</summary>
    public required Color BarLine { get; init; }

    /// <summary>Title and names.</summary>
    public required Color Text { get; init; }

    /// <summary>Numbers on the axes and second lines.</summary>
    public required Color Quiet { get; init; }

    /// <summary>The waveform above the grid.</summary>
    public required Color Waveform { get; init; }

    /// <summary>The playhead.</summary>
    public required Color Accent { get; init; }

    /// <summary>Mean OKLab lightness of the rows' colours.</summary>
    public required double RowLightness { get; init; }

    /// <summary>OKLab chroma of the rows' colours.</summary>
    public required double RowChroma { get; init; }

    /// <summary>A colour for each row, neighbours in similar hues.</summary>
    public Color[] RowColors(int rows) => RowPalette.Create(rows, RowLightness, RowChroma);
}
