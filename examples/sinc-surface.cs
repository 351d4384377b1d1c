// A surface whose waves wander, coloured by its height.
//
//   dotnet run examples/sinc-surface.cs
//
// Writes sinc-surface.gif.
#:project ../src/Cymatic.Media/Cymatic.Media.csproj
#:project ../src/Cymatic.Plot/Cymatic.Plot.csproj
using Cymatic.Media;
using Cymatic.Plot;

const double Duration = 2;
Numbers x = Numbers.Between(-2, 2, 200);
SceneAnimation animation = Surface(0).Animate(Surface);
Clip clip = new(VideoClip.From(animation.Width, animation.Height, Duration, animation.Render));
VideoFile.Write("sinc-surface.gif", clip, new VideoWriteOptions { FrameRate = new FrameRate(20) });
Console.WriteLine("sinc-surface.gif");

// Seen as Mayavi sees it when nobody says otherwise.
Scene3D Surface(double t) =>
    new(SurfacePlot.Of(x, x, (x, y) => Sinc(x * x + y * y) + Math.Sin(x + Math.Tau * t / Duration)))
    {
        Width = 220,
        Height = 220,
        Camera = Camera.Mayavi(),
        Z = (-1.3, 1.9),
    };

static double Sinc(double x) => x == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);
