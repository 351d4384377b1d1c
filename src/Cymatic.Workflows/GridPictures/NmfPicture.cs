using Cymatic.Grid;
using Cymatic.Imaging;

namespace Cymatic.Workflows;

/// <summary>
/// The steps of the factorisation, one above the other over the same time: mel spectrogram, activations, activations in the colours of
/// their rows, and where they exceed the threshold. The lowest frequency and component 1 are at the bottom.
/// </summary>
public sealed class NmfPicture : DrawnPicture
{
    private const double SpectrogramHeight = 230, CaptionHeight = 38, AxisHeight = 34, Left = GridLayout.Margin + 62;
    private const float LowestDb = -80;
    private const double RowGain = 1.5;

    private static readonly (double Hz, string Label)[] Frequencies =
    [
        (100, "100 Hz"), (200, "200 Hz"), (500, "500 Hz"), (1000, "1 kHz"), (2000, "2 kHz"), (5000, "5 kHz"), (10000, "10 kHz"),
    ];

    private readonly NmfAnalysis _analysis;
    private readonly GridPictureOptions _options;
    private readonly int _components;
    private readonly int _frames;
    private readonly double _rowsHeight;

    /// <param name="analysis">What to draw.</param>
    /// <param name="options">How to draw it; level and bars do not matter here.</param>
    /// <exception cref="ArgumentException">No frame, no component, or numbers that do not fit each other.</exception>
    public NmfPicture(NmfAnalysis analysis, GridPictureOptions? options = null)
        : base(options ??= new GridPictureOptions())
    {
        ArgumentNullException.ThrowIfNull(analysis);
        (_analysis, _options, _frames) = (analysis, options, analysis.Mel.Frames);
        int numbers = analysis.Activations.Length;
        if (_frames == 0 || numbers == 0 || numbers % _frames != 0 || analysis.Active.Length != numbers)
            throw new ArgumentException($"{numbers} activations are no components of {_frames} frames each.", nameof(analysis));
        _components = numbers / _frames;
        _rowsHeight = Math.Clamp(_components * 10, 90, 420);
    }

    /// <inheritdoc/>
    public override double Height =>
        Math.Ceiling(
            GridLayout.Margin * 1.7 + GridLayout.HeaderHeight + SpectrogramHeight + 3 * _rowsHeight + 4 * CaptionHeight + AxisHeight - 6);

    /// <inheritdoc/>
    public override void Draw(Canvas canvas)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        canvas.FillRectangle(new Box(0, 0, Width, Height), _options.Theme.Background);
        GridHeader.Draw(canvas, _analysis.Grid, _options);
        double top = GridLayout.Margin + GridLayout.HeaderHeight - 6;
        Color[] bright = RowColors(GridTheme.Dark), solid = RowColors(_options.Theme);
        float greatest = Math.Max(_analysis.Activations.Max(), float.Epsilon);
        top = Panel(canvas, top, ("Mel spectrogram, −80 to 0 dB", SpectrogramHeight), Spectrogram());
        DrawFrequencies(canvas, top - SpectrogramHeight);
        double Lightness(float x) => Math.Min(1, RowGain * Math.Sqrt(x / greatest));
        Color OnMap(int row, float x) => ColorMap.Magma.At(Math.Sqrt(x / greatest));
        Color Coloured(int row, float x) => Color.Black.Mix(bright[row], Lightness(x));
        top = Panel(canvas, top, ("Activations of the components, square-root scale", _rowsHeight), Rows(OnMap));
        top = Panel(canvas, top, ("The same in the colours of their rows", _rowsHeight), Rows(Coloured));
        top = Panel(canvas, top, ("Above the threshold", _rowsHeight), Rows((row, _) => solid[row], _options.Theme.Band));
        DrawTime(canvas, top);
    }

    // Rows are coloured from the top, as in the grid.
    private Color[] RowColors(GridTheme theme) => [.. theme.RowColors(_components).Reverse()];

    private double Panel(Canvas canvas, double top, (string Caption, double Height) panel, Frame picture)
    {
        using (picture)
        {
            var caption = new TextStyle { Size = 14, Weight = 700, Color = _options.Theme.Text, Position = TextPosition.Bottom };
            canvas.DrawText(panel.Caption, (Left, top + CaptionHeight - 6), caption);
            var box = new Box(Left, top + CaptionHeight, Width - GridLayout.Margin - Left, panel.Height);
            canvas.DrawPicture(picture, box, new PictureOptions { Smooth = false });
        }

        return top + CaptionHeight + panel.Height;
    }

    private Frame Spectrogram()
    {
        float loudest = MathF.Max(_analysis.Mel.Values.Max(), 1e-10f);
        return HeatMap.Create(
            _analysis.Mel.Bins,
            _frames,
            (bin, frame) => 10 * MathF.Log10(MathF.Max(_analysis.Mel[frame][bin] / loudest, 1e-10f)),
            (_, numbers, pixels) => ColorMap.Magma.Apply(numbers, (LowestDb, 0), pixels));
    }

    // Every activation in a colour; with a background, those in force in their colour and the others in that of the background.
    private Frame Rows(Func<int, float, Color> color, Color? background = null) => HeatMap.Create(
        _components,
        _frames,
        (row, frame) => background is null ? _analysis.Activations[row * _frames + frame] : _analysis.Active[row * _frames + frame] ? 1 : 0,
        (row, numbers, pixels) =>
        {
            for (int x = 0; x < numbers.Length; x++)
                pixels[x] = (background is { } rest && numbers[x] == 0 ? rest : color(row, numbers[x])).ToPremultipliedArgb();
        });

    private void DrawFrequencies(Canvas canvas, double top)
    {
        double[] axis = _analysis.Mel.FrequenciesHz;
        double free = double.PositiveInfinity;
        foreach (var (hz, label) in Frequencies)
        {
            if (hz < axis[0] || hz > axis[^1])
                continue;
            int bin = Array.FindIndex(axis, frequency => frequency >= hz);
            double y = top + SpectrogramHeight * (1 - (bin + 0.5) / axis.Length);
            if (y > free)
                continue;
            free = y - 18;
            var style = new TextStyle
            {
                Size = 12,
                Color = _options.Theme.Quiet,
                Alignment = TextAlignment.Right,
                Position = TextPosition.Middle,
            };
            canvas.DrawText(label, (Left - 10, y), style);
        }
    }

    private void DrawTime(Canvas canvas, double bottom)
    {
        double length = _frames * _analysis.FrameSeconds, scale = (Width - GridLayout.Margin - Left) / length;
        var style = new TextStyle { Size = 12, Color = _options.Theme.Quiet, Alignment = TextAlignment.Center };
        foreach (var (time, label) in new TimeTicks(length, scale, 64).Between(0, length))
        {
            double x = Left + time * scale;
            canvas.Line((x, bottom), (x, bottom + 5), new Stroke(_options.Theme.BarLine));
            canvas.DrawText(label, (x, bottom + 7), style);
        }

        canvas.DrawText(TimeTicks.UnitFor(length), (Left - 26, bottom + 7), style with { Alignment = TextAlignment.Right });
    }
}
