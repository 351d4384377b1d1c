using System.Globalization;
using Cymatic.Grid;
using Cymatic.Imaging;
using Cymatic.Plot;

namespace Cymatic.Workflows;

/// <summary>The four panels of a factorisation.</summary>
internal sealed class NmfFigure
{
    private const double SpectrogramHeight = 230, RowHeight = 10, PanelMargin = 44;
    private const int Shades = 32;
    private const double RowGain = 1.5;

    private readonly NmfAnalysis _analysis;
    private readonly GridTheme _theme;
    private readonly int _components, _frames;
    private readonly double _length, _greatest;

    internal NmfFigure(NmfAnalysis analysis, GridTheme theme)
    {
        (_analysis, _theme, _frames) = (analysis, theme, analysis.Mel.Frames);
        _components = analysis.Activations.Length / _frames;
        _length = _frames * analysis.FrameSeconds;
        _greatest = Math.Max(analysis.Activations.Max(), float.Epsilon);
    }

    internal Figure Create(double width)
    {
        double rows = Math.Clamp(_components * RowHeight, 90, 420);
        float loudest = Math.Max(_analysis.Mel.Values.Max(), 1e-10f);
        HeatMap spectrogram = _analysis.Mel.ToHeatMap(toDecibels: power => 10 * MathF.Log10(MathF.Max(power / loudest, 1e-10f)));
        var activations = new HeatMap(new Matrix(_analysis.Activations, _frames))
        {
            ExtentX = (0, _length),
            ExtentY = (-0.5, _components - 0.5),
            Map = ColorMap.Magma,
            Normalisation = Normalisation.Power(0.5) with { Low = 0, High = _greatest },
        };
        return new(
            new(spectrogram with { ExtentX = (0, _length) })
            {
                Title = "Mel spectrogram",
                X = Times,
                Y = new() { Scale = Scale.Mel, Label = "Hz" },
                ColorBar = new("dB") { Ticks = Plot.Ticks.Every(20) },
            },
            Rows("Activations of the components", activations) with { ColorBar = new("square-root scale") },
            Rows("The same in the colours of their rows", InColors()),
            Rows("Above the threshold", Runs()) with { Ground = _theme.Band })
        {
            Width = (int)Math.Round(width),
            Height = (int)Math.Ceiling(SpectrogramHeight + 3 * rows + 5 * PanelMargin + GridLayout.Margin),
            Theme = _theme.Figures with { Grid = false },
            Layout = Layout.Grid(4, 1) with
            {
                Heights = [SpectrogramHeight, rows, rows, rows],
                ShareX = Sharing.All,
                Padding = GridLayout.Margin * 0.8,
            },
        };
    }

    private Axis Times => new() { Scale = Scale.Time, Limits = (0, _length) };

    private Axes Rows(string title, Mark mark) => new(mark)
    {
        Title = title,
        X = Times,
        Y = new() { Limits = (-0.5, _components - 0.5), Ticks = Numbers(), Label = "component" },
    };

    private Ticks Numbers()
    {
        int step = Math.Max(1, (_components + 7) / 8);
        return Ticks.Labelled([.. Enumerable.Range(0, _components).Where(row => row % step == 0)
            .Select(row => ((double)row, (row + 1).ToString(CultureInfo.InvariantCulture)))]);
    }

    // Rows are coloured from the top, as in the grid.
    private Color[] Colors(GridTheme theme) => [.. theme.RowColors(_components).Reverse()];

    // Each row has its own part of one map: black to its colour.
    private HeatMap InColors()
    {
        Color[] bright = Colors(GridTheme.Dark);
        var values = Matrix.From(_components, _frames, (row, frame) =>
            row + Math.Min(0.999, RowGain * Math.Sqrt(_analysis.Activations[row * _frames + frame] / _greatest)));
        return new(values)
        {
            ExtentX = (0, _length),
            ExtentY = (-0.5, _components - 0.5),
            Map = new([.. bright.SelectMany(color => Enumerable.Range(0, Shades)
                .Select(shade => Color.Black.Mix(color, shade / (Shades - 1.0))))]),
            Normalisation = Normalisation.Linear with { Low = 0, High = _components },
        };
    }

    private EventBlocks Runs()
    {
        List<EventBlock> runs = [];
        for (int row = 0; row < _components; row++)
        {
            ReadOnlySpan<bool> active = _analysis.Active.AsSpan(row * _frames, _frames);
            for (int first = 0; first < _frames; first++)
            {
                int last = first;
                while (last < _frames && active[last])
                    last++;
                if (last > first)
                    runs.Add(new(first * _analysis.FrameSeconds, last * _analysis.FrameSeconds, row));
                first = last;
            }
        }

        return new(runs, _components) { Colors = Colors(_theme) };
    }
}
