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

// Any function of time that draws is a clip: here a surface whose waves wander, and its section at y = 0.
VideoFile.Write("surface.gif", new Clip(VideoClip.From(220, 220, Duration, Surface)), options);
using FigureAnimation section = Section().Animate(Elevation);
VideoFile.Write("line.gif", new Clip(VideoClip.From(section.Width, section.Height, Duration, section.Render)), options);

VideoClip line = VideoClip.FromFile("line.gif");
VideoClip surface = VideoClip.FromFile("surface.gif");

Clip beside = ClipGrid.Of([[new Clip(line), new Clip(surface.With(Resize.ToHeight(line.Height)))]]);
VideoFile.Write("side-by-side.gif", beside, options);

// White (and what the palette of a GIF made of it) becomes transparent, the rest half so; 0.85 of the height below, in the middle.
VideoClip ghost = surface.With(new ColorMask(Color.White) { Threshold = 40, Stiffness = 5 }).With(Resize.ToHeight((int)(0.85 * line.Height)));
Clip over = Composite.Of(line, new Layer(ghost) { Opacity = 0.4, Position = Position.Center });
VideoFile.Write("one-over-the-other.gif", over, options);
Console.WriteLine("surface.gif, line.gif, side-by-side.gif, one-over-the-other.gif");

double Height(double x, double y, double t)
{
    double r = x * x + y * y;
    return (r == 0 ? 1 : Math.Sin(Math.PI * r) / (Math.PI * r)) + Math.Sin(x + Math.Tau * t / Duration);
}

// Far squares first, so that near ones cover them.
void Surface(double t, Canvas canvas)
{
    const int Squares = 48;
    canvas.Paint(Color.White);
    for (int row = 0; row < Squares; row++)
    {
        for (int column = 0; column < Squares; column++)
        {
            double x = Coordinate(column), y = Coordinate(row), z = Height(x, y, t);
            (double, double)[] corners = [Seen(column, row), Seen(column + 1, row), Seen(column + 1, row + 1), Seen(column, row + 1)];
            Color color = ColorMap.Viridis.At((z + 1.3) / 3.2);
            canvas.FillPolygon(corners, color);
            canvas.Path().MoveTo(corners[0].Item1, corners[0].Item2).LineTo(corners[1].Item1, corners[1].Item2).Stroke(new Stroke(color, 0.7));
        }
    }

    double Coordinate(int square) => 4.0 * square / Squares - 2;

    (double, double) Seen(int column, int row)
    {
        double x = Coordinate(column), y = Coordinate(row);
        return (110 + 34 * (x - y) * 0.72, 118 + 34 * ((x + y) * 0.36 - 0.62 * Height(x, y, t)));
    }
}

Figure Section() => new(new Axes { Title = "Elevation in y = 0", X = new() { Limits = (-2.2, 2.2) }, Y = new() { Limits = (-1.5, 2.5) } })
{
    Width = 500,
    Height = 300,
};

Mark Elevation(double t)
{
    Numbers x = Numbers.Between(-2, 2, 200);
    return new Line(x, x.Map(x => Height(x, 0, t))) { Width = 4 };
}
