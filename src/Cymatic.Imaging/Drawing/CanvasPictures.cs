namespace Cymatic.Imaging;

/// <summary>Frames drawn on a canvas.</summary>
public static class CanvasPictures
{
    private const int FilterGood = 1, FilterNearest = 3, ExtendPad = 3;

    /// <summary>Draws a frame into a box, scaled to it.</summary>
    /// <param name="canvas">Where to draw.</param>
    /// <param name="picture">What to draw; it may be disposed afterwards.</param>
    /// <param name="box">Where it goes, in user units, neither side 0.</param>
    /// <param name="options">Opacity, and how pixels are made when sizes differ.</param>
    public static void DrawPicture(this Canvas canvas, Frame picture, Box box, PictureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(picture);
        options ??= PictureOptions.Default;
        using SavedCanvas saved = canvas.Save();
        using CairoSurfaceHandle surface = Cairo.ImageSurface(
            picture.Pointer, Cairo.FormatArgb32, picture.Width, picture.Height, picture.Stride);
        canvas.Clip(box.X, box.Y, box.Width, box.Height);
        canvas.Translate(box.X, box.Y);
        if (box.Width != picture.Width || box.Height != picture.Height)
            canvas.Scale(box.Width / picture.Width, box.Height / picture.Height);
        Cairo.SetSurface(canvas.Context, surface, 0, 0);
        nint source = Cairo.Source(canvas.Context);
        Cairo.PatternFilter(source, options.Smooth ? FilterGood : FilterNearest);
        Cairo.PatternExtend(source, ExtendPad);
        Cairo.Paint(canvas.Context, options.Opacity);
        canvas.ThrowIfFailed();
        // A page keeps what it shows until it ends: finishing makes it copy the pixels now.
        Cairo.SurfaceFinish(surface);
    }
}

/// <summary>How a frame is drawn on a canvas.</summary>
public sealed record PictureOptions
{
    /// <summary>Opaque and smooth.</summary>
    public static PictureOptions Default { get; } = new();

    /// <summary>0 to 1.</summary>
    public double Opacity
    {
        get;
        init => field = value is >= 0 and <= 1 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Opacity must lie between 0 and 1.");
    } = 1;

    /// <summary>Whether colours are mixed when the size changes; false shows each pixel as a rectangle.</summary>
    public bool Smooth { get; init; } = true;
}
