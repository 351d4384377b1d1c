// Rings that run over a surface of 200 × 200 points, smoothly shaded, between axes; the camera goes around.
//
//   dotnet run examples/turning-surface.cs
//
// Writes turning-surface.gif, and turning-surface.png of its beginning.
#:project ../src/Cymatic.Media/Cymatic.Media.csproj
#:project ../src/Cymatic.Plot/Cymatic.Plot.csproj
using Cymatic.Imaging;
using Cymatic.Media;
using Cymatic.Plot;

const double Duration = 4;
Numbers x = Numbers.Between(-1, 1, 200);
SceneAnimation animation = Waves(0).Animate(Waves);
Clip clip = new(VideoClip.From(animation.Width, animation.Height, Duration, animation.Render));
VideoFile.Write("turning-surface.gif", clip, new VideoWriteOptions { FrameRate = new FrameRate(15) });
Waves(0).Write("turning-surface.png");
Console.WriteLine("turning-surface.gif, turning-surface.png");

Scene3D Waves(double t) =>
    new(SurfacePlot.Of(x, x, (x, y) => Height(Math.Sqrt(x * x + y * y), t)) with { Color = new Color(0.5, 0.5, 1) })
    {
        Width = 420,
        Height = 280,
        Camera = Camera.Vispy(azimuth: 30 + 90 * t / Duration, elevation: 35),
        Z = (-0.2, 0.2),
        Aspect = (1, 1, 0.45),
        Axes = new() { Z = new() { Label = "z", Ticks = Ticks.At(-0.2, 0, 0.2) } },
    };

static double Height(double r, double t) => 0.1 * Math.Sin(10 * r - Math.Tau * t);
