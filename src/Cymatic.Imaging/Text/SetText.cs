namespace Cymatic.Imaging;

/// <summary>A text with its place in a picture of known size; made by <see cref="TextBlock.Set"/>.</summary>
public sealed class SetText
{
    private readonly TextBlock _block;
    private readonly TextStyle _style;
    private readonly (double X, double Y) _at;

    internal SetText(TextBlock block, TextStyle style, (int Width, int Height) size, (double X, double Y) at, TextExtents extents)
    {
        (_block, _style, _at) = (block, style, at);
        (Width, Height) = size;
        Extents = extents;
    }

    /// <summary>Width of the picture in pixels.</summary>
    public int Width { get; }

    /// <summary>Height of the picture in pixels.</summary>
    public int Height { get; }

    /// <summary>Size of the letters after fitting, in pixels of the em square.</summary>
    public double FontSize => _style.Size;

    /// <summary>Lines, and characters that no installed font can show.</summary>
    public TextExtents Extents { get; }

    /// <summary>Whether the ground covers the whole picture.</summary>
    public bool IsOpaque => _block.Background.Alpha >= 1 && _block.CornerRadius == 0;

    /// <summary>Draws ground and text with the picture's corner at (x, y), on top of what is there.</summary>
    public void Draw(Canvas canvas, (double X, double Y) at = default)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        if (_block.Background.Alpha > 0)
            canvas.FillRectangle(new Box(at.X, at.Y, Width, Height), _block.CornerRadius, _block.Background);
        canvas.DrawText(_block.Text, (at.X + _at.X, at.Y + _at.Y), _style);
    }

    /// <summary>Fills a frame of the picture's size.</summary>
    /// <exception cref="ArgumentException">The frame has another size.</exception>
    public void Draw(Frame target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (target.Width != Width || target.Height != Height)
            throw new ArgumentException(
                $"A text of {Width}×{Height} pixels does not fill a frame of {target.Width}×{target.Height}.", nameof(target));
        target.Clear();
        using var canvas = new Canvas(target);
        Draw(canvas);
    }
}
