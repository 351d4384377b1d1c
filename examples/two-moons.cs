// A machine that learns two moons: as points appear one after the other, a support vector machine finds the line between them.
//
//   dotnet run examples/two-moons.cs [FILE]
//
// Writes two-moons.gif, or the movie that is named. The bands show the decision function of a classifier with the kernel exp(−γ‖a − b‖²).
#:project ../src/Cymatic.Media/Cymatic.Media.csproj
#:project ../src/Cymatic.Plot/Cymatic.Plot.csproj
using System.Numerics.Tensors;
using Cymatic.Imaging;
using Cymatic.Media;
using Cymatic.Plot;

const int Count = 50, Side = 500;
(double X, double Y, int Class)[] points = Moons(new Random(2));
Numbers across = Numbers.Between(-2, 3, Side), along = Numbers.Between(-1, 2, Side);
double[] levels = [.. Enumerable.Range(0, 21).Select(i => -2 + 0.2 * i)];

Figure figure = new(new Axes(new Moving(Decision), new Moving(Points))
{
    Title = "Support vector classification",
    ShowsAxes = false,
    X = new() { Limits = (-2, 3) },
    Y = new() { Limits = (-1, 2) },
})
{ Width = 400, Height = 400, Layout = Layout.Full };
using FigureAnimation animation = figure.Animate();
Clip clip = new(VideoClip.From(animation.Width, animation.Height, duration: 7, animation.Render));
string file = args.Length > 0 ? args[0] : "two-moons.gif";
VideoFile.Write(file, clip, new VideoWriteOptions { FrameRate = new FrameRate(15) });
Console.WriteLine(file);

// The first ten points are there from the start; the others grow.
static double Weight(int point, double t) => Math.Clamp(t * t + 10 - point, 0, 1);

Mark Decision(double t) => new FilledContour(new SupportVectors(points, i => Weight(i, t)).Decide(across, along))
{
    X = across,
    Y = along,
    Levels = levels,
    Map = ColorMap.Bone,
    Normalisation = Normalisation.Linear with { Low = -2.5, High = 2.5 },
    Opacity = 0.8,
};

Mark Points(double t) => new Scatter(points.Select(p => p.X).ToArray(), points.Select(p => p.Y).ToArray())
{
    Sizes = Enumerable.Range(0, Count).Select(i => 9.4 * Math.Sqrt(Weight(i, t))).ToArray(),
    Colors = [.. points.Select(p => p.Class > 0 ? Color.White : Color.Black)],
    Edge = new Stroke(new Color(0.3, 0.35, 0.4), 0.8),
};

static (double X, double Y, int Class)[] Moons(Random random)
{
    var moons = new (double X, double Y, int Class)[Count];
    for (int i = 0; i < Count; i++)
    {
        double angle = Math.PI * (i / 2) / (Count / 2 - 1), x = Math.Cos(angle), y = Math.Sin(angle);
        (x, y) = i % 2 == 0 ? (x, y) : (1 - x, 0.5 - y);
        moons[i] = (x + 0.1 * Normal(), y + 0.1 * Normal(), i % 2 == 0 ? -1 : 1);
    }

    random.Shuffle(moons);
    return moons;

    double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());
}

/// <summary>A classifier with weighted points: maximises Σα − ½ΣΣ α α y y K under 0 ≤ α ≤ C·weight and Σ α y = 0.</summary>
/// <remarks>Two α at a time, those that violate the conditions most (Keerthi et al., Neural Computation 13, 2001; Platt 1998).</remarks>
sealed class SupportVectors
{
    private const double Gamma = 2, C = 1, Tolerance = 1e-3;

    private readonly (double X, double Y, int Class)[] _points;
    private readonly double[] _alpha, _gradient, _limit;
    private readonly double _bias;

    public SupportVectors((double X, double Y, int Class)[] points, Func<int, double> weight)
    {
        _points = points;
        _alpha = new double[points.Length];
        _limit = [.. points.Select((_, i) => C * weight(i))];
        _gradient = [.. points.Select(_ => -1.0)];
        for (int round = 0; round < 100_000; round++)
        {
            var (up, low, gap, middle) = Violators();
            _bias = middle;
            if (gap < Tolerance)
                break;
            Step(up, low);
        }
    }

    // exp(−γ(dx² + dy²)) is a product: a row and a column of numbers for each point are enough.
    public Matrix Decide(Numbers x, Numbers y)
    {
        var values = new float[x.Count * y.Count];
        Array.Fill(values, (float)_bias);
        for (int i = 0; i < _points.Length; i++)
        {
            if (_alpha[i] <= 0)
                continue;
            float[] row = [.. x.ToArray().Select(at => (float)Math.Exp(-Gamma * (at - _points[i].X) * (at - _points[i].X)))];
            for (int r = 0; r < y.Count; r++)
            {
                double dy = y[r] - _points[i].Y;
                Span<float> target = values.AsSpan(r * x.Count, x.Count);
                TensorPrimitives.MultiplyAdd(row, (float)(_alpha[i] * _points[i].Class * Math.Exp(-Gamma * dy * dy)), target, target);
            }
        }

        return new(values, x.Count);
    }

    private (int Up, int Low, double Gap, double Middle) Violators()
    {
        int up = -1, low = -1;
        double greatest = double.NegativeInfinity, least = double.PositiveInfinity;
        for (int i = 0; i < _points.Length; i++)
        {
            double slope = -_points[i].Class * _gradient[i];
            bool rises = _points[i].Class > 0 ? _alpha[i] < _limit[i] : _alpha[i] > 0;
            bool falls = _points[i].Class > 0 ? _alpha[i] > 0 : _alpha[i] < _limit[i];
            if (_limit[i] > 0 && rises && slope > greatest)
                (up, greatest) = (i, slope);
            if (_limit[i] > 0 && falls && slope < least)
                (low, least) = (i, slope);
        }

        return (up, low, up < 0 || low < 0 ? 0 : greatest - least, (greatest + least) / 2);
    }

    private void Step(int up, int low)
    {
        double slope = -_points[up].Class * _gradient[up] + _points[low].Class * _gradient[low];
        double step = slope / Math.Max(1e-12, 2 - 2 * Kernel(up, low));
        step = Math.Min(step, _points[up].Class > 0 ? _limit[up] - _alpha[up] : _alpha[up]);
        step = Math.Min(step, _points[low].Class > 0 ? _alpha[low] : _limit[low] - _alpha[low]);
        _alpha[up] += _points[up].Class * step;
        _alpha[low] -= _points[low].Class * step;
        for (int i = 0; i < _points.Length; i++)
            _gradient[i] += _points[i].Class * step * (Kernel(i, up) - Kernel(i, low));
    }

    private double Kernel(int a, int b)
    {
        double dx = _points[a].X - _points[b].X, dy = _points[a].Y - _points[b].Y;
        return Math.Exp(-Gamma * (dx * dx + dy * dy));
    }
}
