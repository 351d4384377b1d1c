namespace Cymatic.Imaging;

/// <summary>Measures text without drawing it.</summary>
public static class TextRuler
{
    /// <summary>What <paramref name="text"/> takes up when it is drawn at (0, 0).</summary>
    /// <exception cref="DrawingUnavailableException">Pango, Cairo or every font is missing.</exception>
    public static TextExtents Measure(string text, TextStyle style)
    {
        using var layout = new TextLayout(text, style);
        return layout.Extents;
    }
}
