namespace Cymatic.Imaging;

/// <summary>
/// Draws paths, text and pictures on a <see cref="Frame"/> or a vector page. Units are pixels (PDF: points), y points down, (0, 0) is
/// the top left corner. One thread at a time; the frame must outlive the canvas. Edges are anti-aliased with 8-bit coverage and pixels
/// do not depend on the machine's font settings.
/// </summary>
public sealed class Canvas : IDisposable
{
    private readonly CairoSurfaceHandle _surface;
    private readonly CairoContextHandle _context;
    private readonly nint _cr;

    /// <summary>A canvas over the pixels of a frame; what is drawn lies on top of what they hold.</summary>
    /// <exception cref="DrawingUnavailableException">Cairo is not installed.</exception>
    public Canvas(Frame frame)
        : this(OnFrame(frame), frame.Width, frame.Height)
    {
    }

    internal Canvas(CairoSurfaceHandle surface, double width, double height)
    {
        _surface = surface;
        CairoException.ThrowIfFailed(Cairo.SurfaceStatus(surface));
        _context = Cairo.Create(surface);
        _cr = _context.DangerousGetHandle();
        Width = width;
        Height = height;
        Cairo.Antialias(_cr, Cairo.AntialiasGray);
        ThrowIfFailed();
    }

    /// <summary>Width of the frame or page in its own units.</summary>
    public double Width { get; }

    /// <summary>Height of the frame or page in its own units.</summary>
    public double Height { get; }

    internal nint Context => _cr;

    /// <summary>Remembers transformation and clip until the result is disposed: <c>using (canvas.Save()) { … }</c>.</summary>
    public SavedCanvas Save()
    {
        Cairo.Save(_cr);
        return new SavedCanvas(this);
    }

    /// <summary>Moves the origin of what is drawn next.</summary>
    public void Translate(double x, double y) => Cairo.Translate(_cr, x, y);

    /// <summary>Scales what is drawn next; neither factor is 0.</summary>
    public void Scale(double x, double y)
    {
        if (!double.IsFinite(x) || !double.IsFinite(y) || x == 0 || y == 0)
            throw new ArgumentOutOfRangeException(nameof(x), x, "A scale factor must be finite and not 0.");
        Cairo.Scale(_cr, x, y);
    }

    /// <summary>Turns what is drawn next, clockwise.</summary>
    public void Rotate(double radians) => Cairo.Rotate(_cr, radians);

    /// <summary>Draws only inside a rectangle (and inside the earlier clip) until the saved state returns.</summary>
    public void Clip(double x, double y, double width, double height)
    {
        Cairo.NewPath(_cr);
        Cairo.Rectangle(_cr, x, y, width, height);
        Cairo.Clip(_cr);
    }

    /// <summary>Starts an empty path.</summary>
    public CanvasPath Path()
    {
        Cairo.NewPath(_cr);
        return new CanvasPath(this);
    }

    /// <summary>Covers everything inside the clip with a colour.</summary>
    public void Paint(Color color)
    {
        SetColor(color);
        Cairo.Paint(_cr);
        ThrowIfFailed();
    }

    /// <summary>Ends the drawing; the frame's bytes are complete.</summary>
    public void Dispose() => Finish();

    /// <summary>Ends the drawing and says in which state it ended.</summary>
    internal int Finish()
    {
        if (_context.IsClosed)
            return 0;
        Cairo.SurfaceFlush(_surface);
        _context.Dispose();
        Cairo.SurfaceFinish(_surface);
        int status = Cairo.SurfaceStatus(_surface);
        _surface.Dispose();
        return status;
    }

    internal void SetColor(Color color) => Cairo.SetColor(_cr, color.Red, color.Green, color.Blue, color.Alpha);

    internal void ThrowIfFailed() => CairoException.ThrowIfFailed(Cairo.Status(_cr));

    private static CairoSurfaceHandle OnFrame(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        NativeLibraries.Ensure();
        return Cairo.ImageSurface(frame.Pointer, Cairo.FormatArgb32, frame.Width, frame.Height, frame.Stride);
    }
}
