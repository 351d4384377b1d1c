// How fast do bacteria grow? Each frame of a movie is thresholded, its white pixels are counted, and the count is drawn beside it.
//
//   dotnet run examples/bacteria-count.cs [MOVIE]
//
// Writes bacteria-count.mp4. Without a movie: examples/bacteria.mp4, E. coli under a fluorescence microscope (see examples/SOURCES.md).
#:project ../src/Cymatic.Media/Cymatic.Media.csproj
using System.Runtime.CompilerServices;
using Cymatic.Imaging;
using Cymatic.Media;

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
VideoClip curve = VideoClip.From(360, movie.Height, movie.Duration, Curve);

Clip panels = ClipGrid.Of([[new Clip(movie), new Clip(thresholded), new Clip(curve)]], new ClipGridOptions { Gap = 4, Background = Color.White });
VideoFile.Write("bacteria-count.mp4", panels, new VideoWriteOptions { FrameRate = rate });
double doubling = Math.Log(2) / Slope();
Console.WriteLine($"bacteria-count.mp4: {pixels[0]} bright pixels became {pixels[^1]}, in {cells} groups at the end; doubled every {doubling:0.0} s of the movie");

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
double Slope()
{
    double[] times = [.. pixels.Select((_, n) => file.TimeOf(n))];
    double[] logs = [.. pixels.Select(count => Math.Log(Math.Max(count, 1)))];
    double time = times.Average(), log = logs.Average();
    return times.Zip(logs, (t, l) => (t - time) * (l - log)).Sum() / times.Sum(t => (t - time) * (t - time));
}

void Curve(double t, Canvas canvas)
{
    const double Left = 58, Top = 34;
    double width = canvas.Width - Left - 16, height = canvas.Height - Top - 40, most = pixels.Max() * 1.1;
    canvas.Paint(Color.White);
    canvas.DrawText("Bright pixels", (canvas.Width / 2, 8), new TextStyle { Size = 15, Alignment = TextAlignment.Center });
    canvas.Path().MoveTo(Left, Top).LineTo(Left, Top + height).LineTo(Left + width, Top + height).Stroke(new Stroke(Color.Black));
    TextStyle number = new() { Size = 12, Alignment = TextAlignment.Right, Position = TextPosition.Middle };
    for (int count = 0; count < most; count += 2000)
        canvas.DrawText($"{count}", (Left - 6, Y(count)), number);
    for (int second = 0; second <= movie.Duration; second++)
        canvas.DrawText($"{second} s", (X(second), Top + height + 6), new TextStyle { Size = 12, Alignment = TextAlignment.Center });
    int now = (int)file.FrameNumberAt(t);
    (double, double)[] points = [.. pixels.Take(now + 1).Select((count, n) => (X(file.TimeOf(n)), Y(count)))];
    canvas.Polyline(points, new Stroke(new Color(0.1, 0.5, 0.2), 2.5) { Join = LineJoin.Round });
    canvas.FillCircle(points[^1], 4.5, new Color(0.85, 0.25, 0.1));

    double X(double time) => Left + width * time / movie.Duration;

    double Y(double count) => Top + height * (1 - count / most);
}

static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
