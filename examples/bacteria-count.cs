// How fast do bacteria grow? Each frame of a movie is thresholded, its white pixels are counted, and the count is drawn beside it.
//
//   dotnet run examples/bacteria-count.cs [MOVIE]
//
// Writes bacteria-count.mp4. Without a movie: examples/bacteria.mp4, E. coli under a fluorescence microscope (see examples/SOURCES.md).
#:project ../src/Cymatic.Media/Cymatic.Media.csproj
#:project ../src/Cymatic.Plot/Cymatic.Plot.csproj
using System.Runtime.CompilerServices;
using Cymatic.Imaging;
using Cymatic.Media;
using Cymatic.Plot;

VideoFileClip file = VideoFileClip.Open(args.Length > 0 ? args[0] : Path.Combine(Here(), "bacteria.mp4"));
// The label, the clock and the scale bar of the example's movie are not alive.
VideoClip movie = args.Length > 0 ? file : file.With(new Crop(new PixelRectangle(0, 42, file.Width, 270)));
FrameRate rate = file.Rate ?? new FrameRate(10);

// One threshold for all frames: the one that parts cells from ground best in the last.
double threshold = Grey(movie, file.TimeOf(file.FrameCount - 1), grey => grey.OtsuThreshold());
int[] pixels = [.. Enumerable.Range(0, (int)file.FrameCount).Select(n => Bright(file.TimeOf(n), mask => mask.Values.Count((byte)255)))];
int cells = Bright(file.TimeOf(file.FrameCount - 1), mask => mask.CountComponents());

VideoClip thresholded = movie.Filter((t, frame) =>
{
    using Plane<byte> mask = Plane.Rent<byte>(frame.Width, frame.Height);
    using Plane<float> grey = Plane.Rent<float>(frame.Width, frame.Height);
    Smooth(frame, grey);
    grey.ThresholdTo(mask, threshold);
    mask.ShowOn(frame);
}, keepsOpaque: true);

Numbers times = pixels.Select((_, n) => file.TimeOf(n)).ToArray(), counts = pixels.Select(count => (double)count).ToArray();
var (slope, start) = Growth();
Figure figure = new(new Axes(
    new Line(
    times, times.Map(t => Math.Exp(start + slope * t))) { Color = new(0.5, 0.5, 0.5), Dash = [5, 4], Width = 1.5, Label = "exponential" },
    new Moving(Counted),
    new Moving(t => new Scatter(new[] { At(t) }, new[] { counts[Number(t)] }) { Color = new(0.85, 0.25, 0.1), Size = 9 }))
{
    Title = "Bright pixels",
    X = new() { Scale = Scale.Time, Limits = (0, movie.Duration) },
    Y = new() { Limits = (0, pixels.Max() * 1.1) },
    Legend = new(LegendPlace.UpperLeft),
})
{ Width = 380, Height = movie.Height };
using FigureAnimation animation = figure.Animate();
VideoClip curve = VideoClip.From(animation.Width, animation.Height, movie.Duration, animation.Render);

Clip[] panels = [new Clip(movie), new Clip(thresholded), new Clip(curve)];
Clip row = ClipGrid.Of([panels], new ClipGridOptions { Gap = 4, Background = Color.White });
VideoFile.Write("bacteria-count.mp4", row, new VideoWriteOptions { FrameRate = rate });
Console.WriteLine(
    $"bacteria-count.mp4: {pixels[0]} bright pixels became {pixels[^1]}, in {cells} groups at the end; "
    + $"doubled every {Math.Log(2) / slope:0.0} s of the movie");

T Bright<T>(double t, Func<Plane<byte>, T> measure) => Grey(movie, t, grey =>
{
    using Plane<byte> mask = Plane.Rent<byte>(grey.Width, grey.Height);
    grey.ThresholdTo(mask, threshold);
    return measure(mask);
});

T Grey<T>(VideoClip clip, double t, Func<Plane<float>, T> measure)
{
    using Frame frame = Frame.Rent(clip.Width, clip.Height);
    using Plane<float> grey = Plane.Rent<float>(clip.Width, clip.Height);
    clip.Render(t, frame);
    Smooth(frame, grey);
    return measure(grey);
}

// The camera's noise is finer than a cell.
void Smooth(Frame frame, Plane<float> grey)
{
    using Plane<float> noisy = Plane.Rent<float>(frame.Width, frame.Height);
    frame.LumaTo(noisy, LumaWeights.Mean);
    noisy.GaussianBlurTo(grey, sigma: 1.5);
}

// Least squares of the logarithm: growth is exponential when the logarithm is a straight line.
(double Slope, double Start) Growth()
{
    double[] logs = [.. pixels.Select(count => Math.Log(Math.Max(count, 1)))], at = times.ToArray();
    double time = at.Average(), log = logs.Average();
    double slope = at.Zip(logs, (t, l) => (t - time) * (l - log)).Sum() / at.Sum(t => (t - time) * (t - time));
    return (slope, log - slope * time);
}

int Number(double t) => (int)file.FrameNumberAt(t);

double At(double t) => times[Number(t)];

Mark Counted(double t) => new Line(times.ToArray()[..(Number(t) + 1)], counts.ToArray()[..(Number(t) + 1)])
{
    Color = new(0.1, 0.5, 0.2),
    Width = 3,
    Label = "counted",
};

static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
