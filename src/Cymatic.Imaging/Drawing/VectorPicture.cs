using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Cymatic.Imaging;

/// <summary>Writes drawings as SVG and PDF, in which lines and letters stay sharp at any size.</summary>
public static unsafe class VectorPicture
{
    private delegate CairoSurfaceHandle Create(
        delegate* unmanaged[Cdecl]<nint, byte*, uint, int> write, nint closure, double width, double height);

    /// <summary>Writes what <paramref name="draw"/> draws as SVG; units are CSS pixels, letters become shapes.</summary>
    /// <param name="target">Where the bytes go; it stays open.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="draw">Draws the picture; its exceptions pass through.</param>
    /// <exception cref="DrawingUnavailableException">Cairo is not installed.</exception>
    public static void WriteSvg(Stream target, double width, double height, Action<Canvas> draw) =>
        Write(target, (width, height), Cairo.SvgSurface, surface => Cairo.SvgUnit(surface, Cairo.SvgUnitPixel), draw);

    /// <summary>Writes what <paramref name="draw"/> draws as a PDF of one page; units are points, text stays text.</summary>
    /// <param name="target">Where the bytes go; it stays open.</param>
    /// <param name="width">Width in points.</param>
    /// <param name="height">Height in points.</param>
    /// <param name="draw">Draws the picture; its exceptions pass through.</param>
    /// <exception cref="DrawingUnavailableException">Cairo is not installed.</exception>
    public static void WritePdf(Stream target, double width, double height, Action<Canvas> draw) =>
        Write(target, (width, height), Cairo.PdfSurface, Describe, draw);

    private static void Describe(CairoSurfaceHandle surface)
    {
        Cairo.PdfMetadata(surface, Cairo.PdfCreator, "Cymatic");
        // No date: the same picture gives the same bytes.
        Cairo.PdfMetadata(surface, Cairo.PdfCreationDate, "");
    }

    private static void Write(
        Stream target, (double Width, double Height) size, Create create, Action<CairoSurfaceHandle> prepare, Action<Canvas> draw)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(draw);
        if (!(size is { Width: > 0 and <= 1e6, Height: > 0 and <= 1e6 }))
            throw new ArgumentOutOfRangeException(nameof(size), size, "A page has positive sides.");
        NativeLibraries.Ensure();
        // Cairo calls back from C, through which no exception may pass: it writes to memory, and memory goes to the stream.
        using var bytes = new MemoryStream();
        var closure = GCHandle.Alloc(bytes);
        try
        {
            CairoSurfaceHandle surface = create(&Receive, GCHandle.ToIntPtr(closure), size.Width, size.Height);
            prepare(surface);
            CairoException.ThrowIfFailed(Draw(new Canvas(surface, size.Width, size.Height), draw));
        }
        finally
        {
            closure.Free();
        }

        bytes.Position = 0;
        bytes.CopyTo(target);
    }

    private static int Draw(Canvas canvas, Action<Canvas> draw)
    {
        // The last bytes come while the page ends: also when drawing failed, they must find their stream.
        using (canvas)
        {
            draw(canvas);
            return canvas.Finish();
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Receive(nint closure, byte* data, uint length)
    {
        try
        {
            ((MemoryStream)GCHandle.FromIntPtr(closure).Target!).Write(new ReadOnlySpan<byte>(data, checked((int)length)));
            return 0;
        }
        catch (Exception exception) when (exception is IOException or OutOfMemoryException or OverflowException or NotSupportedException)
        {
            return Cairo.StatusWriteError;
        }
    }
}
