using System.Runtime.InteropServices;

namespace Cymatic.Imaging;

/// <summary>The functions of libcairo that drawing uses. A context (cr) is passed raw: its <see cref="Canvas"/> keeps it alive.</summary>
internal static unsafe partial class Cairo
{
    internal const int FormatArgb32 = 0;
    internal const int StatusWriteError = 11;
    internal const int AntialiasNone = 1, AntialiasGray = 2;
    internal const int HintStyleNone = 1, HintMetricsOff = 1;
    internal const int SvgUnitPixel = 3;
    internal const int PdfTitle = 0, PdfCreator = 4, PdfCreationDate = 5;

    private const string Library = NativeLibraries.Cairo;

    internal static string StatusText(int status) => Marshal.PtrToStringUTF8(StatusToString(status)) ?? $"status {status}";

    [LibraryImport(Library, EntryPoint = "cairo_status_to_string")]
    private static partial nint StatusToString(int status);

    [LibraryImport(Library, EntryPoint = "cairo_status")]
    [SuppressGCTransition]
    internal static partial int Status(nint cr);

    [LibraryImport(Library, EntryPoint = "cairo_create")]
    internal static partial CairoContextHandle Create(CairoSurfaceHandle surface);

    [LibraryImport(Library, EntryPoint = "cairo_destroy")]
    internal static partial void Destroy(nint cr);

    [LibraryImport(Library, EntryPoint = "cairo_image_surface_create_for_data")]
    internal static partial CairoSurfaceHandle ImageSurface(nint data, int format, int width, int height, int stride);

    [LibraryImport(Library, EntryPoint = "cairo_svg_surface_create_for_stream")]
    internal static partial CairoSurfaceHandle SvgSurface(
        delegate* unmanaged[Cdecl]<nint, byte*, uint, int> write, nint closure, double width, double height);

    [LibraryImport(Library, EntryPoint = "cairo_svg_surface_set_document_unit")]
    internal static partial void SvgUnit(CairoSurfaceHandle surface, int unit);

    [LibraryImport(Library, EntryPoint = "cairo_pdf_surface_create_for_stream")]
    internal static partial CairoSurfaceHandle PdfSurface(
        delegate* unmanaged[Cdecl]<nint, byte*, uint, int> write, nint closure, double width, double height);

    [LibraryImport(Library, EntryPoint = "cairo_pdf_surface_set_metadata", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void PdfMetadata(CairoSurfaceHandle surface, int metadata, string value);

    [LibraryImport(Library, EntryPoint = "cairo_surface_status")]
    internal static partial int SurfaceStatus(CairoSurfaceHandle surface);

    [LibraryImport(Library, EntryPoint = "cairo_surface_flush")]
    internal static partial void SurfaceFlush(CairoSurfaceHandle surface);

    [LibraryImport(Library, EntryPoint = "cairo_surface_finish")]
    internal static partial void SurfaceFinish(CairoSurfaceHandle surface);

    [LibraryImport(Library, EntryPoint = "cairo_surface_mark_dirty")]
    internal static partial void SurfaceMarkDirty(CairoSurfaceHandle surface);

    [LibraryImport(Library, EntryPoint = "cairo_surface_destroy")]
    internal static partial void SurfaceDestroy(nint surface);

    [LibraryImport(Library, EntryPoint = "cairo_save")]
    internal static partial void Save(nint cr);

    [LibraryImport(Library, EntryPoint = "cairo_restore")]
    internal static partial void Restore(nint cr);

    [LibraryImport(Library, EntryPoint = "cairo_translate")]
    internal static partial void Translate(nint cr, double x, double y);

    [LibraryImport(Library, EntryPoint = "cairo_scale")]
    internal static partial void Scale(nint cr, double x, double y);

    [LibraryImport(Library, EntryPoint = "cairo_rotate")]
    internal static partial void Rotate(nint cr, double radians);

    [LibraryImport(Library, EntryPoint = "cairo_new_path")]
    internal static partial void NewPath(nint cr);

    [LibraryImport(Library, EntryPoint = "cairo_new_sub_path")]
    internal static partial void NewSubPath(nint cr);

    [LibraryImport(Library, EntryPoint = "cairo_move_to")]
    [SuppressGCTransition]
    internal static partial void MoveTo(nint cr, double x, double y);

    [LibraryImport(Library, EntryPoint = "cairo_line_to")]
    [SuppressGCTransition]
    internal static partial void LineTo(nint cr, double x, double y);

    [LibraryImport(Library, EntryPoint = "cairo_curve_to")]
    internal static partial void CurveTo(nint cr, double x1, double y1, double x2, double y2, double x3, double y3);

    [LibraryImport(Library, EntryPoint = "cairo_arc")]
    internal static partial void Arc(nint cr, double x, double y, double radius, double from, double to);

    [LibraryImport(Library, EntryPoint = "cairo_rectangle")]
    internal static partial void Rectangle(nint cr, double x, double y, double width, double height);

    [LibraryImport(Library, EntryPoint = "cairo_close_path")]
    internal static partial void ClosePath(nint cr);

    [LibraryImport(Library, EntryPoint = "cairo_clip")]
    internal static partial void Clip(nint cr);

    [LibraryImport(Library, EntryPoint = "cairo_set_source_rgba")]
    internal static partial void SetColor(nint cr, double red, double green, double blue, double alpha);

    [LibraryImport(Library, EntryPoint = "cairo_set_source_surface")]
    internal static partial void SetSurface(nint cr, CairoSurfaceHandle surface, double x, double y);

    [LibraryImport(Library, EntryPoint = "cairo_get_source")]
    internal static partial nint Source(nint cr);

    [LibraryImport(Library, EntryPoint = "cairo_pattern_set_filter")]
    internal static partial void PatternFilter(nint pattern, int filter);

    [LibraryImport(Library, EntryPoint = "cairo_pattern_set_extend")]
    internal static partial void PatternExtend(nint pattern, int extend);

    [LibraryImport(Library, EntryPoint = "cairo_set_antialias")]
    internal static partial void Antialias(nint cr, int antialias);

    [LibraryImport(Library, EntryPoint = "cairo_set_line_width")]
    internal static partial void LineWidth(nint cr, double width);

    [LibraryImport(Library, EntryPoint = "cairo_set_line_cap")]
    internal static partial void LineCap(nint cr, int cap);

    [LibraryImport(Library, EntryPoint = "cairo_set_line_join")]
    internal static partial void LineJoin(nint cr, int join);

    [LibraryImport(Library, EntryPoint = "cairo_set_dash")]
    internal static partial void Dash(nint cr, double* dashes, int count, double offset);

    [LibraryImport(Library, EntryPoint = "cairo_fill")]
    internal static partial void Fill(nint cr);

    [LibraryImport(Library, EntryPoint = "cairo_stroke")]
    internal static partial void Stroke(nint cr);

    [LibraryImport(Library, EntryPoint = "cairo_paint")]
    internal static partial void Paint(nint cr);

    [LibraryImport(Library, EntryPoint = "cairo_paint_with_alpha")]
    internal static partial void Paint(nint cr, double alpha);

    [LibraryImport(Library, EntryPoint = "cairo_font_options_create")]
    internal static partial FontOptionsHandle FontOptions();

    [LibraryImport(Library, EntryPoint = "cairo_font_options_destroy")]
    internal static partial void FontOptionsDestroy(nint options);

    [LibraryImport(Library, EntryPoint = "cairo_font_options_set_antialias")]
    internal static partial void FontAntialias(FontOptionsHandle options, int antialias);

    [LibraryImport(Library, EntryPoint = "cairo_font_options_set_hint_style")]
    internal static partial void FontHintStyle(FontOptionsHandle options, int style);

    [LibraryImport(Library, EntryPoint = "cairo_font_options_set_hint_metrics")]
    internal static partial void FontHintMetrics(FontOptionsHandle options, int metrics);
}
