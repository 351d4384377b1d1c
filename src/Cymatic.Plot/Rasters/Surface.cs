using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>
/// What a figure is drawn on: the pixels of a frame, by Cairo and by our own loops in turn, or a vector page. Places are in layout
/// units, of which <see cref="Scale"/> pixels make one.
/// </summary>
internal sealed class Surface : IDisposable
{
    private readonly Frame? _frame;
    private readonly Canvas? _page;
    private Canvas? _canvas;

    internal Surface(Frame frame, double scale) => (_frame, Scale) = (frame, scale);

    /// <param name="page">A page whose units are layout units; it stays open.</param>
    /// <param name="scale">Pixels for a layout unit in pictures that the page holds.</param>
    internal Surface(Canvas page, double scale) => (_page, Scale) = (page, scale);

    /// <summary>Pixels for a layout unit.</summary>
    internal double Scale { get; }

    /// <summary>Whether there are no pixels to write to.</summary>
    internal bool IsPage => _page is not null;

    /// <summary>Draws by Cairo, in layout units.</summary>
    internal Canvas Canvas
    {
        get
        {
            if (_page is not null)
                return _page;
            if (_canvas is null)
            {
                _canvas = new Canvas(_frame!);
                if (Scale != 1)
                    _canvas.Scale(Scale, Scale);
            }

            return _canvas;
        }
    }

    /// <summary>The pixels for loops of our own; what Cairo drew before is complete. Not for pages.</summary>
    internal Frame Pixels()
    {
        _canvas?.Dispose();
        _canvas = null;
        return _frame ?? throw new InvalidOperationException("A page has no pixels.");
    }

    /// <summary>The middle of the nearest pixel for lines of an odd number of pixels, its edge for others; pages: as it is.</summary>
    internal double Snap(double place, double width)
    {
        if (IsPage)
            return place;
        bool odd = (int)Math.Max(1, Math.Round(width * Scale)) % 2 == 1;
        return (odd ? Math.Floor(place * Scale) + 0.5 : Math.Round(place * Scale)) / Scale;
    }

    /// <summary>A line width of whole pixels, at least one; pages: as it is.</summary>
    internal double SnapWidth(double width) => IsPage ? width : Math.Max(1, Math.Round(width * Scale)) / Scale;

    public void Dispose()
    {
        _canvas?.Dispose();
        _canvas = null;
    }
}
