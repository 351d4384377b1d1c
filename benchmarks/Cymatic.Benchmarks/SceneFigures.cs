using Cymatic.Imaging;
using Cymatic.Plot;

namespace Cymatic.Benchmarks;

/// <summary>
/// A surface of 200 × 200 points whose heights and camera change with every frame, smoothly shaded, 640×480: at least 250 frames a
/// second. Processor time counts all cores, and does not grow when other programs run: on two free cores, 8 ms are 4.
/// </summary>
internal sealed record SurfaceFigure(string Name, double Recorded, bool ProcessorTime) : Figure(Name, 1, Recorded)
{
    private const int Frames = 100, Phases = 20;

    public static IReadOnlyList<Figure> All { get; } =
    [
        new SurfaceFigure("surface 200², 640×480", 1 / 250.0, ProcessorTime: false),
        new SurfaceFigure("the same, processor time", 2 / 250.0, ProcessorTime: true),
    ];

    public override bool HasPeer => false;

    public override Contest Open(Workplace place)
    {
        Numbers x = Numbers.Between(-1, 1, 200);
        Matrix[] heights = [.. Enumerable.Range(0, Phases).Select(n => Matrix.From(200, 200, (row, column) =>
            0.1 * Math.Sin(10 * Math.Sqrt(x[column] * x[column] + x[row] * x[row]) - Math.Tau * n / Phases)))];
        Frame frame = Frame.Rent(640, 480);
        return new(() => Measure(n => Draw(x, heights[n % Phases], n, frame)), null, frame);
    }

    private static void Draw(Numbers x, Matrix heights, int n, Frame frame)
    {
        var surface = new SurfacePlot(x, x, heights) { Color = new Color(0.5, 0.5, 1) };
        new Scene3D(surface) { Camera = Camera.Vispy(30 + n, 65) }.Render(frame);
    }

    private double Measure(Action<int> draw)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        double seconds = Workplace.Seconds(() =>
        {
            for (int n = 0; n < Frames; n++)
                draw(n);
        });
        return (ProcessorTime ? (Environment.CpuUsage.TotalTime - before).TotalSeconds : seconds) / Frames;
    }
}
