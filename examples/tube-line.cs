// A line in space as a tube, first of wires, then of one piece: it moves up and down while the camera goes once around it.
//
//   dotnet run examples/tube-line.cs
//
// Writes tube-line.mp4 and tube-line.gif.
#:project ../src/Cymatic.Media/Cymatic.Media.csproj
#:project ../src/Cymatic.Plot/Cymatic.Plot.csproj
using Cymatic.Media;
using Cymatic.Plot;

const double Duration = 2;
Numbers u = Numbers.Between(0, Math.Tau, 100);
VideoClip wires = VideoClip.From(240, 240, Duration, (t, frame) => Line(t, Representation.Wireframe).Render(frame));
VideoClip solid = VideoClip.From(240, 240, Duration, (t, frame) => Line(t, Representation.Surface).Render(frame));
Clip both = ClipGrid.Of([[new Clip(wires), new Clip(solid)]]);
VideoWriteOptions options = new() { FrameRate = new FrameRate(20) };
VideoFile.Write("tube-line.mp4", both, options);
VideoFile.Write("tube-line.gif", both, options);
Console.WriteLine("tube-line.mp4, tube-line.gif");

// The camera is told its distance, so nothing but the line changes size.
Scene3D Line(double t, Representation representation)
{
    double height = 0.2 + 0.5 * Math.Cos(Math.Tau * t / Duration);
    Numbers y = u.Map(u => height * Math.Sin(3 * u));
    return new(new Tube(u.Map(Math.Cos), y, u.Map(Math.Sin)) { Radius = 0.2, Sides = 12, Representation = representation })
    {
        Camera = Camera.Mayavi(azimuth: 360 * t / Duration, elevation: 60, distance: 6),
    };
}
