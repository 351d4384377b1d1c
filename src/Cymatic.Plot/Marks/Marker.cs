using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>The shape of a point.</summary>
public enum Marker
{
    /// <summary>A disc.</summary>
    Circle,

    /// <summary>A square on its side.</summary>
    Square,

    /// <summary>A square on its corner.</summary>
    Diamond,

    /// <summary>A triangle that points upwards.</summary>
    Triangle,

    /// <summary>Two crossing lines, upright.</summary>
    Plus,

    /// <summary>Two crossing lines, slanted.</summary>
    Cross,
}

/// <summary>The colours of a point.</summary>
internal readonly record struct MarkerColors(Color Fill, Stroke? Edge);

/// <summary>Draws single points by Cairo.</summary>
internal static class Markers
{
    internal static void Draw(Canvas canvas, Marker marker, (double X, double Y) at, double size, MarkerColors colors)
    {
        double r = size / 2;
        if (!(r > 0))
            return;
        if (marker is Marker.Plus or Marker.Cross)
        {
            (double ax, double ay) = marker == Marker.Plus ? (r, 0.0) : (r * 0.7071, r * 0.7071);
            canvas.Path().MoveTo(at.X - ax, at.Y - ay).LineTo(at.X + ax, at.Y + ay)
                .MoveTo(at.X - ay, at.Y + ax).LineTo(at.X + ay, at.Y - ax).Stroke(new Stroke(colors.Fill, Math.Max(1, size * 0.22)));
            return;
        }

        Outline(canvas.Path(), marker, at, r).Fill(colors.Fill);
        if (colors.Edge is { } edge)
            Outline(canvas.Path(), marker, at, r).Stroke(edge);
    }

    // Areas are those of a disc of the same size, or nearly.
    private static CanvasPath Outline(CanvasPath path, Marker marker, (double X, double Y) at, double r) => marker switch
    {
        Marker.Square => path.Rectangle(at.X - 0.886 * r, at.Y - 0.886 * r, 1.772 * r, 1.772 * r),
        Marker.Diamond =>
            path.MoveTo(at.X, at.Y - 1.2 * r).LineTo(at.X + 1.2 * r, at.Y).LineTo(at.X, at.Y + 1.2 * r).LineTo(at.X - 1.2 * r,
                at.Y).Close(),
        Marker.Triangle =>
            path.MoveTo(at.X, at.Y - 1.2 * r).LineTo(at.X + 1.1 * r, at.Y + 0.75 * r).LineTo(at.X - 1.1 * r, at.Y + 0.75 * r).Close(),
        _ => path.Circle(at.X, at.Y, r),
    };
}
