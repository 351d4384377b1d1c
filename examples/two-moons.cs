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
using Cymatic.Signal;

const int Count = 50, Side = 500;
const double Gamma = 2;
(double X, double Y, bool IsLower)[] points = Moons(new Random(2));
DenseMatrix observations = DenseMatrix.From(Count, 2, (i, axis) => axis == 0 ? points[i].X : points[i].Y);
bool[] isLower = [.. points.Select(point => point.IsLower)];
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

Mark Decision(double t) => new FilledContour(Decisions(t))
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
    Colors = [.. points.Select(p => p.IsLower ? Color.White : Color.Black)],
    Edge = new Stroke(new Color(0.3, 0.35, 0.4), 0.8),
};

// Decide() answers for any point. On a grid there is a faster way: exp(−γ(dx² + dy²)) is a product, so that a row and a column of numbers
// for each point are enough.
Matrix Decisions(double t)
{
    double[] weights = [.. Enumerable.Range(0, Count).Select(i => Weight(i, t))];
    var machine = SupportVectorClassifier.Fit(observations, isLower, weights, new() { Gamma = Gamma, Penalty = 1 });
    var values = new float[Side * Side];
    Array.Fill(values, (float)machine.Bias);
    for (int i = 0; i < Count; i++)
    {
        if (machine.Coefficients[i] == 0)
            continue;
        float[] row = [.. across.ToArray().Select(x => Bell(x - points[i].X))];
        for (int r = 0; r < Side; r++)
        {
            Span<float> target = values.AsSpan(r * Side, Side);
            TensorPrimitives.MultiplyAdd(row, (float)machine.Coefficients[i] * Bell(along[r] - points[i].Y), target, target);
        }
    }

    return new(values, Side);

    static float Bell(double distance) => (float)Math.Exp(-Gamma * distance * distance);
}

// As scikit-learn's make_moons: two half circles with noise.
static (double X, double Y, bool IsLower)[] Moons(Random random)
{
    var moons = new (double X, double Y, bool IsLower)[Count];
    for (int i = 0; i < Count; i++)
    {
        double angle = Math.PI * (i / 2) / (Count / 2 - 1), x = Math.Cos(angle), y = Math.Sin(angle);
        (x, y) = i % 2 == 0 ? (x, y) : (1 - x, 0.5 - y);
        moons[i] = (x + 0.1 * Normal(), y + 0.1 * Normal(), i % 2 == 1);
    }

    random.Shuffle(moons);
    return moons;

    double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());
}
