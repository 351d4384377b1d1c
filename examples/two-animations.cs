// Two animations side by side, and one over the other.
//
//   dotnet run examples/two-animations.cs
//
// Writes surface.gif and line.gif, reads them back, and makes side-by-side.gif and one-over-the-other.gif of them.
#:project ../src/Cymatic.Media/Cymatic.Media.csproj
#:project ../src/Cymatic.Plot/Cymatic.Plot.csproj
using Cymatic.Imaging;
using Cymatic.Media;
using Cymatic.Plot;

const double Duration = 2;
VideoWriteOptions options = new() { FrameRate = new FrameRate(20) };

// A surface whose waves wander, and its section at y = 0. Whatever fills a frame at a time could be one of them.
Numbers x = Numbers.Between(-2, 2, 200);
SceneAnimation waves = Waves(0).Animate(Waves);
VideoFile.Write("surface.gif", new Clip(VideoClip.From(waves.Width, waves.Height, Duration, waves.Render)), options);
using FigureAnimation section = Section().Animate(Elevation);
VideoFile.Write("line.gif", new Clip(VideoClip.From(section.Width, section.Height, Duration, section.Render)), options);

VideoClip line = VideoClip.FromFile("line.gif");
VideoClip surface = VideoClip.FromFile("surface.gif");

Clip beside = ClipGrid.Of([[new Clip(line), new Clip(surface.With(Resize.ToHeight(line.Height)))]]);
VideoFile.Write("side-by-side.gif", beside, options);

// White (and what the palette of a GIF made of it) becomes transparent, the rest half so; 0.85 of the height below, in the middle.
VideoClip ghost = surface.With(new ColorMask(Color.White) { Threshold = 40, Stiffness = 5 })
    .With(Resize.ToHeight((int)(0.85 * line.Height)));
Clip over = Composite.Of(line, new Layer(ghost) { Opacity = 0.4, Position = Position.Center });
VideoFile.Write("one-over-the-other.gif", over, options);
Console.WriteLine("surface.gif, line.gif, side-by-side.gif, one-over-the-other.gif");

double Height(double x, double y, double t)
{
    double r = x * x + y * y;
    return (r == 0 ? 1 : Math.Sin(Math.PI * r) / (Math.PI * r)) + Math.Sin(x + Math.Tau * t / Duration);
}

// Seen as Mayavi sees it when nobody says otherwise.
Scene3D Waves(double t) => new(SurfacePlot.Of(x, x, (x, y) => Height(x, y, t)))
{
    Width = 220,
    Height = 220,
    Camera = Camera.Mayavi(),
    Z = (-1.3, 1.9),
};

Figure Section() => new(new Axes { Title = "Elevation in y = 0", X = new() { Limits = (-2.2, 2.2) }, Y = new() { Limits = (-1.5, 2.5) } })
{
    Width = 500,
    Height = 300,
};

Mark Elevation(double t) => new Line(x, x.Map(x => Height(x, 0, t))) { Width = 4 };
