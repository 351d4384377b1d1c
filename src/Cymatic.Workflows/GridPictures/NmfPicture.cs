using Cymatic.Grid;
using Cymatic.Imaging;
using Cymatic.Plot;

namespace Cymatic.Workflows;

/// <summary>
/// The steps of the factorisation, one above the other over the same time: mel spectrogram, activations, activations in the colours of
/// their rows, and where they exceed the threshold. The lowest frequency and component 1 are at the bottom.
/// </summary>
public sealed class NmfPicture : DrawnPicture
{
    private const double FigureTop = GridLayout.HeaderHeight - 2;

    private readonly NmfAnalysis _analysis;
    private readonly GridPictureOptions _options;
    private readonly Figure _figure;

    /// <param name="analysis">What to draw.</param>
    /// <param name="options">How to draw it; level and bars do not matter here.</param>
    /// <exception cref="ArgumentException">No frame, no component, or numbers that do not fit each other.</exception>
    public NmfPicture(NmfAnalysis analysis, GridPictureOptions? options = null)
        : base(options ??= new GridPictureOptions())
    {
        ArgumentNullException.ThrowIfNull(analysis);
        (_analysis, _options) = (analysis, options);
        int frames = analysis.Mel.Frames, numbers = analysis.Activations.Length;
        if (frames == 0 || numbers == 0 || numbers % frames != 0 || analysis.Active.Length != numbers)
            throw new ArgumentException($"{numbers} activations are no components of {frames} frames each.", nameof(analysis));
        _figure = new NmfFigure(analysis, options.Theme).Create(Width) with { Dpi = 96 * options.Scale };
    }

    /// <inheritdoc/>
    public override double Height => FigureTop + _figure.Height;

    /// <inheritdoc/>
    public override void Draw(Canvas canvas)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        canvas.FillRectangle(new Box(0, 0, Width, Height), _options.Theme.Background);
        using (canvas.Save())
        {
            canvas.Translate(0, FigureTop);
            _figure.Draw(canvas);
        }

        GridHeader.Draw(canvas, _analysis.Grid, _options);
    }

    /// <inheritdoc/>
    public override Frame Render()
    {
        // The figure has whole pixels of its own: its edges are sharper than those of a page drawn larger.
        int top = (int)(FigureTop * _options.Scale), height = (int)Math.Ceiling(Height * _options.Scale);
        using Frame figure = Frame.Rent(_options.Width, height - top);
        _figure.Render(figure);
        Frame frame = Frame.Rent(_options.Width, height);
        frame.Fill(_options.Theme.Background);
        figure.CopyTo(new(0, 0, figure.Width, figure.Height), frame, (0, top));
        using var canvas = new Canvas(frame);
        canvas.Scale(_options.Scale, _options.Scale);
        GridHeader.Draw(canvas, _analysis.Grid, _options);
        return frame;
    }
}
