using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>A picture between two numbers of each axis.</summary>
public sealed record Picture : Mark
{
    private const double LargePixel = 3;

    private readonly uint[] _pixels;
    private readonly int _width;

    /// <summary>Copies a frame's pixels.</summary>
    public Picture(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        (_width, Rows) = (frame.Width, frame.Height);
        _pixels = new uint[_width * Rows];
        for (int y = 0; y < Rows; y++)
            frame.PixelRow(y).CopyTo(_pixels.AsSpan(y * _width));
        (ExtentX, ExtentY) = ((0, _width), (0, Rows));
    }

    /// <summary>Where the left and the right edge lie. By default at 0 and the number of columns.</summary>
    public (double From, double To) ExtentX { get; init; }

    /// <summary>Where the upper and the lower edge lie. By default at 0 and the number of rows: the axis runs downwards.</summary>
    public (double From, double To) ExtentY { get; init; }

    /// <summary>
    /// Whether colours run from pixel to pixel. Null: until a pixel is three times as large in the figure, as in matplotlib.
    /// </summary>
    public bool? Smooth { get; init; }

    private int Rows { get; }

    internal override Reach Reach(Scale x, Scale y) =>
        Plot.Reach.Firm(Interval.Hull(ExtentX.From, ExtentX.To),
            Interval.Hull(ExtentY.From, ExtentY.To)) with
        { Downwards = ExtentY.From < ExtentY.To };

    internal override void Draw(Pen pen)
    {
        if (pen.Box(ExtentX, ExtentY) is not { Width: > 0, Height: > 0 } box)
            return;
        using Frame frame = Frame.Rent(_width, Rows);
        for (int y = 0; y < Rows; y++)
            _pixels.AsSpan(y * _width, _width).CopyTo(frame.PixelRow(y));
        using SavedCanvas clip = pen.Clip();
        double enlarged = Math.Min(box.Width / _width, box.Height / Rows) * pen.Surface.Scale;
        pen.Canvas.DrawPicture(frame, box, new PictureOptions { Opacity = Opacity, Smooth = Smooth ?? enlarged < LargePixel });
    }
}
