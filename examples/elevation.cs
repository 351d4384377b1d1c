// A line that moves: the figure around it is drawn once, the line for each frame.
//
//   dotnet run examples/elevation.cs [FILE …]
//
// Writes elevation.png, elevation.svg and elevation.gif, or the files that are named: pictures, pages or movies.
#:project ../src/Cymatic.Media/Cymatic.Media.csproj
#:project ../src/Cymatic.Plot/Cymatic.Plot.csproj
using Cymatic.Media;
using Cymatic.Plot;

const double Duration = 2;
Numbers x = Numbers.Between(-2, 2, 200);
Figure figure = new(new Axes { Title = "Elevation in y=0", X = new() { Limits = (-2.2, 2.2) }, Y = new() { Limits = (-1.5, 2.5) } })
{
    Width = 500,
    Height = 300,
};

string[] files = args.Length > 0 ? args : ["elevation.gif", "elevation.png", "elevation.svg"];
foreach (string file in files)
{
    if (Path.GetExtension(file) is ".png" or ".svg" or ".pdf")
        (figure with { Axes = [figure.Axes[0] with { Marks = [Elevation(0)] }] }).Write(file);
    else
        WriteMovie(file);
}

Console.WriteLine(string.Join(", ", files));

void WriteMovie(string file)
{
    using FigureAnimation animation = figure.Animate(Elevation);
    Clip clip = new(VideoClip.From(animation.Width, animation.Height, Duration, animation.Render));
    VideoFile.Write(file, clip, new VideoWriteOptions { FrameRate = new FrameRate(20) });
}

Mark Elevation(double t) => new Line(x, x.Map(x => Sinc(x * x) + Math.Sin(x + Math.Tau * t / Duration))) { Width = 4 };

static double Sinc(double x) => x == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);
