using Cymatic.Imaging;
using Cymatic.Signal;

namespace Cymatic.Plot.Tests;

/// <summary>The figures that a person approved.</summary>
internal static class ExampleFigures
{
    private static Axis Seconds => new() { Scale = Scale.Time };

    internal static Figure Line() => TestFigures.Of(
        new Axes(new Line(TestFigures.X, TestFigures.X.Map(x => Math.Sin(x * x))) { Width = 3 })
        {
            Title = "Elevation in y=0",
            Y = new() { Limits = (-1.5, 2.5) },
        },
        500,
        300);

    internal static Figure Marks() => new(Scatter(), Bars(), Bands(), Histogram(), Notes(), Events())
    {
        Width = 960,
        Height = 600,
        Theme = TestFigures.Light,
        Layout = Layout.Grid(2, 3),
        Title = "Marks",
    };

    internal static Figure Fields()
    {
        Matrix hills = TestFigures.Hills;
        var small = Matrix.From(5, 7, (row, column) => row == 2 && column == 3 ? double.NaN : (row * 5 + column * 3) % 7);
        var lines = new Contour(hills) { X = TestFigures.X, Y = TestFigures.Y, Labelled = true };
        var bands = new FilledContour(hills)
        {
            X = TestFigures.X,
            Y = TestFigures.Y,
            Map = ColorMap.RdBu.Reversed(),
            Normalisation = Normalisation.Centred(),
        };
        return new(
            new Axes(bands, lines with { Color = Color.Black, Width = 0.8 }) { ColorBar = new("height") },
            new Axes(lines) { ColorBar = new() },
            new Axes(new HeatMap(small) { Normalisation = Normalisation.Boundaries(0, 1, 3, 7) })
            {
                EqualAspect = true,
                ColorBar = new("value"),
            },
            new Axes(new HeatMap(small) { Interpolation = Interpolation.Cubic, Map = ColorMap.Magma, Origin = Origin.Lower })
            {
                ColorBar = new(),
            })
        { Width = 800, Height = 560, Theme = TestFigures.Light, Layout = Layout.Grid(2, 2) };
    }

    internal static Figure Scales()
    {
        Numbers wide = TestFigures.X.Map(x => Math.Exp(x * 4)), hertz = Numbers.Between(0, 8000, 200);
        return new(
            new Axes(new Line(wide, TestFigures.X.Map(x => Math.Exp(3 * x))) { Dash = [4, 2] })
            {
                X = new() { Scale = Scale.Log, Label = "log" },
                Y = new() { Scale = Scale.Log },
            },
            new Axes(new Line(TestFigures.X, TestFigures.X.Map(x => 1000 * x * x * x)))
            {
                Y = new() { Scale = Scale.Symlog(1), Label = "symlog" },
            },
            new Axes(new Line(hertz, hertz.Map(hz => 1e6 * Math.Sin(hz / 1000)))) { X = new() { Scale = Scale.Mel, Label = "mel" } },
            new Axes(new Line(hertz, hertz))
            {
                X = new() { Inverted = true },
                Y = new() { Scale = Scale.Notes, Limits = (55, 7040), Label = "note" },
            },
            new Axes(new Line(Numbers.Steps(10, 0, 0.02), Numbers.Steps(10))) { X = Seconds },
            new Axes(new Line(Numbers.Steps(10, 0, 30), Numbers.Steps(10, 1e9, 1))) { X = Seconds })
        { Width = 960, Height = 560, Theme = Theme.Publication with { FontFamily = "DejaVu Sans" }, Layout = Layout.Grid(2, 3) };
    }

    internal static Figure Sounds()
    {
        var samples = new float[2 * 22050];
        for (int n = 0; n < samples.Length; n++)
        {
            double t = n / 22050.0;
            double rising = Math.Sin(Math.Tau * (200 * t + 800 * t * t)), struck = Math.Sin(Math.Tau * 440 * t) * Math.Exp(-(t % 1) * 4);
            samples[n] = (float)(0.4 * rising + 0.3 * struck);
        }

        var sound = new Sound(samples, 22050);
        return new(
            new Axes(new Waveform(sound)) { X = Seconds },
            new Axes(Stft.Power(sound).ToHeatMap())
            {
                X = Seconds,
                Y = new() { Scale = Scale.Mel, Limits = (0, 8000), Label = "Hz" },
                ColorBar = new("dB"),
            })
        {
            Width = 640,
            Height = 480,
            Theme = Theme.Dark with { FontFamily = "DejaVu Sans" },
            Layout = Layout.Grid(2, 1) with { Heights = [1, 2], ShareX = Sharing.Lines },
        };
    }

    private static Axes Scatter()
    {
        double[] x = TestFigures.Random(300, 1, random => random.NextDouble() + random.NextDouble());
        double[] y = TestFigures.Random(300, 2, random => random.NextDouble());
        return new(new Scatter(x, y) { Values = x, Sizes = Numbers.From(y).Map(v => 4 + 12 * v), Opacity = 0.7 })
        {
            Title = "H_{2}O",
            X = new() { Label = "x (m s^{−1})" },
            Y = new() { Label = "y" },
            ColorBar = new("share"),
        };
    }

    private static Axes Bars() => new(
        new Bars(Numbers.Steps(5), new double[] { 3, 5, -2, 4, 1 }) { Label = "bars" },
        new Stem(Numbers.Steps(9, 0, 0.5), Numbers.Steps(9, 1, 0.3)) { Label = "stem" })
    {
        Legend = new(),
        X = new() { Ticks = Ticks.Labelled((0, "Mon"), (1, "Tue"), (2, "Wed"), (3, "Thu"), (4, "Fri")) },
    };

    private static Axes Bands()
    {
        Numbers x = TestFigures.X;
        return new(
            new FillBetween(x, x.Map(v => Math.Sin(v) - 0.3), x.Map(v => Math.Sin(v) + 0.3)) { Opacity = 0.3, Label = "band" },
            new Line(x, x.Map(Math.Sin)) { Label = "sine" },
            new Annotation("maximum\nat π/2", Math.PI / 2, 1) { Offset = (-90, 40) },
            new Steps(Numbers.Steps(7, -3), Numbers.Steps(7, -1, 0.3)) { Label = "steps" },
            new Span(-2.5, -2),
            new Rule(0, Horizontal: true) { Dash = [4, 3] })
        { Legend = new() };
    }

    private static Axes Histogram() => new(
        new Histogram(TestFigures.Random(300, 1, random => random.NextDouble() + random.NextDouble()), 20) { Label = "sum of two" },
        new Polygon(new double[] { 1.2, 1.9, 1.6 }, new double[] { 20, 20, 30 }) { Opacity = 0.5 })
    { Legend = new(LegendPlace.UpperRight), Y = new() { Limits = (0, 40) } };

    private static Axes Notes() => new(new PianoRoll([.. Enumerable.Range(0, 30).Select(Note)]))
    {
        X = Seconds,
        Y = new() { Ticks = PianoRoll.Octaves },
    };

    private static PianoNote Note(int i) => new(i * 0.25, i * 0.25 + 0.3, 60 + i * 7 % 24) { Part = i % 3, Loudness = i % 5 / 4.0 };

    private static Axes Events() =>
        new(new EventBlocks([.. Enumerable.Range(0, 40).Select(i => new EventBlock(i * 2, i * 2 + 4, i * 5 % 8))]))
        {
            X = Seconds,
        };
}
