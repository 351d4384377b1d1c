namespace Cymatic.Imaging;

/// <summary>A font map with its context and one layout, used by one thread at a time: nothing of Pango may be shared.</summary>
internal sealed class TextContext
{
    private const int EllipsisNone = 0, EllipsisEnd = 3, WrapWordChar = 2, StyleNormal = 0, StyleItalic = 2;

    private readonly GObjectHandle _map;
    private readonly GObjectHandle _context;
    private readonly GObjectHandle _layout;
    private readonly FontSet _fonts;
    private TextStyle? _style;

    internal TextContext(FontSet fonts)
    {
        _fonts = fonts;
        _map = Pango.FontMap(Pango.FontTypeFreeType);
        if (_map.IsInvalid)
            throw new InvalidOperationException("This Pango was built without FreeType fonts.");
        Pango.SetConfiguration(_map, fonts.Configuration);
        _context = Pango.Context(_map);
        using FontOptionsHandle options = Cairo.FontOptions();
        Cairo.FontAntialias(options, Cairo.AntialiasGray);
        Cairo.FontHintStyle(options, Cairo.HintStyleNone);
        Cairo.FontHintMetrics(options, Cairo.HintMetricsOff);
        Pango.SetFontOptions(_context, options);
        Pango.SetResolution(_context, 72);
        Pango.RoundGlyphPositions(_context, false);
        Pango.SetLanguage(_context, Pango.Language("en"));
        _layout = Pango.Layout(_context);
    }

    /// <summary>Lays out a text and says what it takes up, placed by the style's alignment and position at (0, 0).</summary>
    internal TextExtents SetText(string text, TextStyle style)
    {
        if (!ReferenceEquals(style, _style))
            SetStyle(style);
        Pango.SetText(_layout, Clean(text), -1);
        return Extents(style);
    }

    private void SetStyle(TextStyle style)
    {
        using FontDescriptionHandle font = Pango.FontDescription();
        Pango.SetFamily(font, _fonts.FileFamily ?? style.Family);
        Pango.SetWeight(font, style.Weight);
        Pango.SetStyle(font, style.Italic ? StyleItalic : StyleNormal);
        Pango.SetAbsoluteSize(font, style.Size * Pango.Scale);
        Pango.SetFont(_layout, font);
        Pango.SetLineSpacing(_layout, (float)(style.LineSpacing ?? 0));
        Pango.SetAlignment(_layout, (int)style.Alignment);
        Pango.SetWrap(_layout, WrapWordChar);
        Pango.SetEllipsis(_layout, style is { Ellipsis: true, Width: not null } ? EllipsisEnd : EllipsisNone);
        Pango.SetWidth(_layout, style.Width is { } width ? (int)Math.Min(width * Pango.Scale, int.MaxValue) : -1);
        _style = style;
    }

    internal void Show(nint cr) => Pango.Show(cr, _layout);

    /// <summary>Adds the letters' outlines to the path.</summary>
    internal void Outline(nint cr) => Pango.Path(cr, _layout);

    /// <summary>Distance from the drawing point to the layout's own origin.</summary>
    internal (double X, double Y) Origin { get; private set; }

    private TextExtents Extents(TextStyle style)
    {
        Pango.Extents(_layout, out PangoRectangle ink, out PangoRectangle logical);
        double baseline = (double)Pango.Baseline(_layout) / Pango.Scale;
        double width = (double)logical.Width / Pango.Scale, height = (double)logical.Height / Pango.Scale;
        double x = -(double)logical.X / Pango.Scale - style.Alignment switch
        {
            TextAlignment.Center => width / 2,
            TextAlignment.Right => width,
            _ => 0,
        };
        double y = -(double)logical.Y / Pango.Scale - style.Position switch
        {
            TextPosition.Middle => height / 2,
            TextPosition.Bottom => height,
            TextPosition.Baseline => baseline,
            _ => 0,
        };
        Origin = (x, y);
        return new TextExtents(
            Placed(logical), Grown(Placed(ink), style.Outline), y + baseline, Pango.Lines(_layout), Pango.UnknownGlyphs(_layout),
            Pango.IsEllipsized(_layout));
    }

    private Box Placed(PangoRectangle box) => new(
        Origin.X + (double)box.X / Pango.Scale,
        Origin.Y + (double)box.Y / Pango.Scale,
        (double)box.Width / Pango.Scale,
        (double)box.Height / Pango.Scale);

    private static Box Grown(Box ink, Stroke? outline) => outline is not { Width: var by } || ink.Width <= 0 ? ink
        : new(ink.X - by, ink.Y - by, ink.Width + 2 * by, ink.Height + 2 * by);

    // A zero would end the text in C.
    private static string Clean(string text) => text.Contains('\0') ? text.Replace('\0', ' ') : text;
}
