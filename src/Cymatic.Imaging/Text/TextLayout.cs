namespace Cymatic.Imaging;

/// <summary>A laid-out text in a rented context; dispose it to give the context back.</summary>
internal readonly struct TextLayout : IDisposable
{
    private readonly FontSet _fonts;
    private readonly TextContext _context;

    /// <summary>Lays out with a set of fonts that has the style's; when a character is not in it, with all installed ones.</summary>
    internal TextLayout(string text, TextStyle style)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(style);
        _fonts = FontChoice.For(text, style);
        _context = _fonts.Rent();
        Extents = _context.SetText(text, style);
        if (Extents.UnknownGlyphs == 0 || _fonts.IsComplete)
            return;
        _fonts.Return(_context);
        _fonts = FontSet.Complete(style.FontFile);
        _context = _fonts.Rent();
        Extents = _context.SetText(text, style);
    }

    internal TextExtents Extents { get; }

    /// <summary>Draws at the context's current point; the layout's origin lies at <see cref="Origin"/> from the drawing point.</summary>
    internal void Show(nint cr) => _context.Show(cr);

    /// <summary>Adds the letters' outlines to the path, from its current point.</summary>
    internal void Outline(nint cr) => _context.Outline(cr);

    internal (double X, double Y) Origin => _context.Origin;

    public void Dispose() => _fonts.Return(_context);
}
