using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>Axes with marks, side by side in a layout: drawn on frames, written as PNG, SVG and PDF, or animated.</summary>
/// <example><code>
/// new Figure(new Axes(new Line(x, y)) { Title = "Elevation" }) { Width = 500, Height = 300 }.Write("elevation.png");
/// </code></example>
public sealed record Figure
{
    /// <summary>An empty figure.</summary>
    public Figure()
    {
    }

    /// <summary>A figure of axes.</summary>
    public Figure(params IReadOnlyList<Axes> axes) => Axes = axes;

    /// <summary>Width in layout units, pixels at 96 dots an inch, from 1 to <see cref="Frame.MaxSide"/>.</summary>
    public int Width { get; init => field = Side(value); } = 640;

    /// <summary>Height in layout units.</summary>
    public int Height { get; init => field = Side(value); } = 440;

    /// <summary>Dots for each inch of pictures made of pixels: at 192, everything has twice as many pixels.</summary>
    public double Dpi
    {
        get;
        init => field = value is >= 1 and <= 9600 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Dots for each inch lie between 1 and 9600.");
    } = 96;

    /// <summary>Colours, letters and lines.</summary>
    public Theme Theme { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = Theme.Light;

    /// <summary>Stands above all axes.</summary>
    public string? Title { get; init; }

    /// <summary>Where axes are.</summary>
    public Layout Layout { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = Layout.Auto;

    /// <summary>The plots, in reading order unless they name their cells.</summary>
    public IReadOnlyList<Axes> Axes { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = [];

    internal double Scale => Dpi / 96;

    /// <summary>The figure as pixels; dispose it.</summary>
    /// <exception cref="ArgumentException">Cells, limits or marks that cannot be drawn; the message says why.</exception>
    /// <exception cref="DrawingUnavailableException">Cairo, Pango or every font is missing.</exception>
    public Frame ToFrame()
    {
        Frame frame = Frame.Rent((int)Math.Max(1, Math.Round(Width * Scale)), (int)Math.Max(1, Math.Round(Height * Scale)));
        try
        {
            Render(frame);
            return frame;
        }
        catch
        {
            frame.Dispose();
            throw;
        }
    }

    /// <summary>Fills a frame of any size: the figure is laid out anew for it, at its <see cref="Dpi"/>.</summary>
    public void Render(Frame target)
    {
        ArgumentNullException.ThrowIfNull(target);
        FigurePlan plan = FigurePlan.Create(this, target.Width / Scale, target.Height / Scale, Scale);
        target.Fill(Theme.Background);
        using var surface = new Surface(target, Scale);
        plan.Draw(surface);
    }

    /// <summary>Draws the figure with its corner at (0, 0), a layout unit to a unit of the canvas, over what is there.</summary>
    public void Draw(Canvas canvas)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        FigurePlan plan = FigurePlan.Create(this, Width, Height, 1);
        if (Theme.Background.Alpha > 0)
            canvas.FillRectangle(new Box(0, 0, Width, Height), Theme.Background);
        using var surface = new Surface(canvas, Math.Max(2, Scale));
        plan.Draw(surface);
    }

    /// <summary>Draws once what does not move; the result draws the rest at any time.</summary>
    public FigureAnimation Animate() => new(this);

    /// <summary>The same with a mark that depends on time on top of the last axes.</summary>
    /// <param name="mark">The mark at a time in seconds; see <see cref="Moving"/>.</param>
    public FigureAnimation Animate(Func<double, Mark> mark)
    {
        ArgumentNullException.ThrowIfNull(mark);
        Axes last = Axes.Count == 0 ? new() : Axes[^1];
        return new(this with { Axes = [.. Axes.SkipLast(1), last with { Marks = [.. last.Marks, new Moving(mark)] }] });
    }

    private static int Side(int value) => value is >= 1 and <= Frame.MaxSide ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"A figure has sides of 1 to {Frame.MaxSide}.");
}
