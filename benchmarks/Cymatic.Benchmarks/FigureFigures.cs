using Cymatic.Imaging;
using Cymatic.Plot;
using Plotted = Cymatic.Plot.Figure;

namespace Cymatic.Benchmarks;

/// <summary>A picture drawn again and again, against matplotlib's canvas.draw of the same figure.</summary>
internal abstract record DrawingFigure(string Name, double Target, double Recorded, string PeerName, int Frames)
    : Figure(Name, Target, Recorded)
{
    public override int Runs => 5;

    public override Contest Open(Workplace place)
    {
        FigureAnimation animation = Animate();
        Frame frame = Frame.Rent(animation.Width, animation.Height);
        PythonPeer? peer = PythonPeer.Start(PeerName, place);
        return new(() =>
            Workplace.Seconds(() => Draw(animation, frame)) / Frames, peer is null ? null : peer.Run, new Owned(animation, frame, peer));
    }

    protected abstract FigureAnimation Animate();

    private void Draw(FigureAnimation animation, Frame frame)
    {
        for (int n = 0; n < Frames; n++)
            animation.Render(n / 20.0, frame);
    }

    private sealed class Owned(params IDisposable?[] parts) : IDisposable
    {
        public void Dispose()
        {
            foreach (IDisposable? part in parts)
                part?.Dispose();
        }
    }
}

/// <summary>A line of 200 points that moves, 500×300.</summary>
internal sealed record LineAnimationFigure() : DrawingFigure("line 500x300", 1 / 25.0, 0.0088, "figure_line", 40)
{
    protected override FigureAnimation Animate()
    {
        var x = Numbers.Between(-2, 2, 200);
        Axes axes = new() { Title = "Elevation in y=0", X = new() { Limits = (-2.2, 2.2) }, Y = new() { Limits = (-1.5, 2.5) } };
        return new Plotted(axes) { Width = 500, Height = 300 }.Animate(t =>
            new Line(x, x.Map(v => Sinc(v * v) + Math.Sin(v + Math.PI * t))) { Width = 4 });
    }

    private static double Sinc(double x) => x == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);
}

/// <summary>64 discs that change over a picture, 1000×1000: the frame of an electrode movie.</summary>
internal sealed record PictureAndScatterFigure() : DrawingFigure("image + scatter 1000²", 1 / 25.0, 0.0368, "figure_image_scatter", 20)
{
    protected override FigureAnimation Animate()
    {
        var random = new Random(4);
        double[] x = [.. Enumerable.Range(0, 64).Select(_ => 60 + 480 * random.NextDouble())];
        double[] y = [.. Enumerable.Range(0, 64).Select(_ => 60 + 480 * random.NextDouble())];
        using Frame picture = Frame.Rent(600, 600);
        for (int row = 0; row < 600; row++)
        {
            for (int column = 0; column < 600; column++)
                picture.PixelRow(row)[column] = 0xFF000000 | (uint)(row * 255 / 600 << 16) | (uint)(column * 255 / 600 << 8) | 128;
        }

        var map = ColorMap.Between(new Color(1, 0, 0), Color.White, new Color(0, 0.5, 0));
        var axes = new Axes(new Picture(picture)) { ShowsAxes = false, EqualAspect = true };
        return new Plotted(axes) { Width = 1000, Height = 1000, Dpi = 96 }.Animate(t =>
        {
            double[] level = [.. Enumerable.Range(0, 64).Select(i => Math.Abs(Math.Sin(t + i)))];
            return new Scatter(x, y)
            {
                Sizes = Numbers.From(level).Map(v => v * 139),
                Values = level,
                Map = map,
                Normalisation = Normalisation.Linear with { Low = 0, High = 1 },
            };
        });
    }
}

/// <summary>10,000 points whose sizes and colours change with every frame, 1000×1000.</summary>
internal sealed record ScatterFigure() : DrawingFigure("scatter 10⁴, 1000²", 1 / 40.0, 0.0995, "figure_scatter", 10)
{
    private const int Count = 10_000;

    protected override FigureAnimation Animate()
    {
        var random = new Random(5);
        double[] x = [.. Enumerable.Range(0, Count).Select(_ => random.NextDouble())], y = [.. x.Select(_ => random.NextDouble())];
        Axes axes = new() { X = new() { Limits = (0, 1) }, Y = new() { Limits = (0, 1) } };
        return new Plotted(axes) { Width = 1000, Height = 1000 }.Animate(t =>
        {
            var sizes = new double[Count];
            for (int i = 0; i < Count; i++)
                sizes[i] = 10 + 6 * Math.Sin(i + t);
            return new Scatter(x, y) { Sizes = sizes, Values = sizes, Opacity = 0.8 };
        });
    }
}

/// <summary>Bands of 21 levels of 500×500 numbers that change, 400×400.</summary>
internal sealed record FilledContourFigure() : DrawingFigure("filled contours 500²", 1 / 5.0, 0.035, "figure_contours", 10)
{
    protected override FigureAnimation Animate()
    {
        Matrix[] values = [.. Enumerable.Range(0, 10).Select(n => Matrix.From(500, 500, (row, column) =>
            2 * Math.Sin(column / 60.0 + n) * Math.Cos(row / 45.0) + 0.3 * Math.Sin(row * column / 20_000.0)))];
        double[] levels = [.. Enumerable.Range(0, 21).Select(i => -2 + 0.2 * i)];
        var axes = new Axes { ShowsAxes = false, X = new() { Limits = (0, 499) }, Y = new() { Limits = (0, 499) } };
        return new Plotted(axes) { Width = 400, Height = 400, Layout = Layout.Full }
            .Animate(t => new FilledContour(values[(int)Math.Round(t * 20)]) { Levels = levels, Map = ColorMap.Bone, Opacity = 0.8 });
    }
}

/// <summary>A line of ten million points as PNG: at most 0.3 s.</summary>
internal sealed record LongLineFigure() : Figure("line of 10⁷ to PNG", 1, 0.3)
{
    public override bool HasPeer => false;

    public override int Runs => 5;

    public override Contest Open(Workplace place)
    {
        var random = new Random(6);
        var samples = new float[10_000_000];
        float level = 0;
        for (int i = 0; i < samples.Length; i++)
            samples[i] = level += random.NextSingle() - 0.5f;
        string path = Path.Combine(place.Folder, "line.png");
        return new(() =>
            Workplace.Seconds(() => new Plotted(new Axes(new Line(samples))) { Width = 1000, Height = 500 }.Write(path)), null);
    }
}
