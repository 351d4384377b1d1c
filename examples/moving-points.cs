// A hundred thousand stars: each runs along an ellipse, the ellipses are turned a little from one to the next, and where they crowd there
// are arms, though no star stays in one.
//
//   dotnet run examples/moving-points.cs [FILE]
//
// Writes moving-points.mp4, or the movie that is named. (Kinematic density waves: Kalnajs, Proc. Astron. Soc. Australia 2, 1973.)
#:project ../src/Cymatic.Media/Cymatic.Media.csproj
#:project ../src/Cymatic.Plot/Cymatic.Plot.csproj
using Cymatic.Imaging;
using Cymatic.Media;
using Cymatic.Plot;

const int Count = 100_000;
const double Duration = 6, Flattening = 0.8, Winding = 4.4;
var random = new Random(7);
Star[] stars = [.. Enumerable.Range(0, Count).Select(_ => Born())];
Numbers sizes = Array.ConvertAll(stars, star => star.Size), warmth = Array.ConvertAll(stars, star => star.Warmth);
ColorMap light = ColorMap.Between(new(0.45, 0.6, 1), new(0.75, 0.85, 1), new(1, 0.95, 0.85), new(1, 0.75, 0.45), new(1, 0.4, 0.55));

Figure figure = new(new Axes { ShowsAxes = false, X = new() { Limits = (-1.3, 1.3) }, Y = new() { Limits = (-1.3, 1.3) } })
{
    Width = 640,
    Height = 640,
    Layout = Layout.Full,
    Theme = Theme.Dark with { Background = new(0.01, 0.01, 0.03) },
};
using FigureAnimation animation = figure.Animate(Stars);
string file = args.Length > 0 ? args[0] : "moving-points.mp4";
Clip clip = new(VideoClip.From(animation.Width, animation.Height, Duration, animation.Render));
// Stars are noise to an encoder: the movie is as large as it is long.
VideoFile.Write(file, clip, new VideoWriteOptions { FrameRate = new FrameRate(25), Preset = EncoderPreset.Veryfast, Crf = 24 });
Console.WriteLine(file);

Mark Stars(double t)
{
    double[] x = new double[Count], y = new double[Count];
    for (int i = 0; i < Count; i++)
    {
        Star star = stars[i];
        // Inner stars are faster; the pattern of ellipses turns slowly as a whole.
        var (sin, cos) = Math.SinCos(star.Angle + 0.55 * t / (0.12 + star.Orbit));
        var (turnSin, turnCos) = Math.SinCos(Winding * star.Orbit - 0.25 * t);
        double along = star.Orbit * cos, across = Flattening * star.Orbit * sin;
        (x[i], y[i]) = (along * turnCos - across * turnSin + star.Aside.X, along * turnSin + across * turnCos + star.Aside.Y);
    }

    return new Scatter(x, y)
    {
        Sizes = sizes,
        Values = warmth,
        Map = light,
        Normalisation = Normalisation.Linear with { Low = 0, High = 1 },
        Opacity = 0.5,
    };
}

// A dense bulge of warm stars, a disc of bluer ones, and a few bright and pink clouds.
Star Born()
{
    bool isBulge = random.NextDouble() < 0.25;
    double orbit = isBulge ? 0.14 * Math.Abs(Normal()) : 0.12 + 1.02 * Math.Pow(random.NextDouble(), 0.85);
    bool isCloud = !isBulge && random.NextDouble() < 0.01;
    double spread = 0.012 + 0.03 * orbit, warmth = isCloud ? 1 : isBulge ? Math.Min(0.75, 0.48 + orbit) : 0.5 * random.NextDouble();
    double size = isCloud ? 3.5 + 2 * random.NextDouble() : 0.7 - 0.45 * Math.Log(1 - random.NextDouble());
    return new(orbit, Math.Tau * random.NextDouble(), (spread * Normal(), spread * Normal()), warmth, size);
}

double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());

sealed record Star(double Orbit, double Angle, (double X, double Y) Aside, double Warmth, double Size);
