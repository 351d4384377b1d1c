using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Cymatic.Imaging;

/// <summary>The functions of Pango that text uses. Sizes are in 1/<see cref="Scale"/> pixels.</summary>
internal static partial class Pango
{
    internal const int Scale = 1024;
    internal const int FontTypeFreeType = 1;

    private const string Library = NativeLibraries.Pango;

    [LibraryImport(NativeLibraries.PangoCairo, EntryPoint = "pango_cairo_font_map_new_for_font_type")]
    internal static partial GObjectHandle FontMap(int type);

    [LibraryImport(NativeLibraries.PangoCairo, EntryPoint = "pango_cairo_layout_path")]
    internal static partial void Path(nint cr, GObjectHandle layout);

    [LibraryImport(NativeLibraries.PangoFt2, EntryPoint = "pango_fc_font_map_set_config")]
    internal static partial void SetConfiguration(GObjectHandle fontMap, FontConfigurationHandle configuration);

    [LibraryImport(NativeLibraries.PangoCairo, EntryPoint = "pango_cairo_context_set_font_options")]
    internal static partial void SetFontOptions(GObjectHandle context, FontOptionsHandle options);

    [LibraryImport(NativeLibraries.PangoCairo, EntryPoint = "pango_cairo_context_set_resolution")]
    internal static partial void SetResolution(GObjectHandle context, double dotsPerInch);

    [LibraryImport(NativeLibraries.PangoCairo, EntryPoint = "pango_cairo_show_layout")]
    internal static partial void Show(nint cr, GObjectHandle layout);

    [LibraryImport(Library, EntryPoint = "pango_font_map_create_context")]
    internal static partial GObjectHandle Context(GObjectHandle fontMap);

    [LibraryImport(Library, EntryPoint = "pango_context_set_round_glyph_positions")]
    internal static partial void RoundGlyphPositions(GObjectHandle context, [MarshalAs(UnmanagedType.Bool)] bool round);

    [LibraryImport(Library, EntryPoint = "pango_language_from_string", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint Language(string name);

    [LibraryImport(Library, EntryPoint = "pango_context_set_language")]
    internal static partial void SetLanguage(GObjectHandle context, nint language);

    [LibraryImport(Library, EntryPoint = "pango_layout_new")]
    internal static partial GObjectHandle Layout(GObjectHandle context);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_text", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void SetText(GObjectHandle layout, string text, int bytes);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_font_description")]
    internal static partial void SetFont(GObjectHandle layout, FontDescriptionHandle font);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_width")]
    internal static partial void SetWidth(GObjectHandle layout, int width);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_wrap")]
    internal static partial void SetWrap(GObjectHandle layout, int wrap);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_height")]
    internal static partial void SetHeight(GObjectHandle layout, int height);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_ellipsize")]
    internal static partial void SetEllipsis(GObjectHandle layout, int ellipsis);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_line_spacing")]
    internal static partial void SetLineSpacing(GObjectHandle layout, float factor);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_alignment")]
    internal static partial void SetAlignment(GObjectHandle layout, int alignment);

    [LibraryImport(Library, EntryPoint = "pango_layout_get_extents")]
    internal static partial void Extents(GObjectHandle layout, out PangoRectangle ink, out PangoRectangle logical);

    [LibraryImport(Library, EntryPoint = "pango_layout_get_baseline")]
    internal static partial int Baseline(GObjectHandle layout);

    [LibraryImport(Library, EntryPoint = "pango_layout_get_line_count")]
    internal static partial int Lines(GObjectHandle layout);

    [LibraryImport(Library, EntryPoint = "pango_layout_is_ellipsized")]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool IsEllipsized(GObjectHandle layout);

    [LibraryImport(Library, EntryPoint = "pango_layout_get_unknown_glyphs_count")]
    internal static partial int UnknownGlyphs(GObjectHandle layout);

    [LibraryImport(Library, EntryPoint = "pango_font_description_new")]
    internal static partial FontDescriptionHandle FontDescription();

    [LibraryImport(Library, EntryPoint = "pango_font_description_free")]
    internal static partial void FontDescriptionFree(nint font);

    [LibraryImport(Library, EntryPoint = "pango_font_description_set_family", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void SetFamily(FontDescriptionHandle font, string family);

    [LibraryImport(Library, EntryPoint = "pango_font_description_set_weight")]
    internal static partial void SetWeight(FontDescriptionHandle font, int weight);

    [LibraryImport(Library, EntryPoint = "pango_font_description_set_style")]
    internal static partial void SetStyle(FontDescriptionHandle font, int style);

    [LibraryImport(Library, EntryPoint = "pango_font_description_set_absolute_size")]
    internal static partial void SetAbsoluteSize(FontDescriptionHandle font, double size);
}

/// <summary>A PangoRectangle, in 1/1024 pixels.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct PangoRectangle(int X, int Y, int Width, int Height);

/// <summary>Owns a PangoFontDescription.</summary>
internal sealed class FontDescriptionHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        Pango.FontDescriptionFree(handle);
        return true;
    }
}
