using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>Rectangles between numbers, as bars, blocks and spans have them.</summary>
internal static class Blocks
{
    private const double Farthest = 1e5;

    /// <summary>Fills the rectangle of two ranges; its edges lie on whole pixels, and it is at least one wide.</summary>
    /// <param name="pen">Where to draw.</param>
    /// <param name="across">From one number to another along the horizontal axis; along the vertical one when turned.</param>
    /// <param name="along">The same along the other axis.</param>
    /// <param name="turned">Whether the axes change places.</param>
    /// <param name="color">The colour.</param>
    internal static void Block(this Pen pen, (double From, double To) across, (double From, double To) along, bool turned, Color color)
    {
        var (x, y) = turned ? (along, across) : (across, along);
        if (pen.Box(x, y) is { } box)
            pen.Canvas.FillRectangle(box, color);
    }

    /// <summary>The rectangle of two ranges on whole pixels; null when it has no place.</summary>
    internal static Box? Box(this Pen pen, (double From, double To) x, (double From, double To) y)
    {
        double left = Place(pen.Projection.X, x.From), right = Place(pen.Projection.X, x.To);
        double top = Place(pen.Projection.Y, y.From), bottom = Place(pen.Projection.Y, y.To);
        if (double.IsNaN(left + right + top + bottom))
            return null;
        (left, right) = Whole(pen.Surface, Math.Min(left, right), Math.Max(left, right));
        (top, bottom) = Whole(pen.Surface, Math.Min(top, bottom), Math.Max(top, bottom));
        return new(left, top, right - left, bottom - top);
    }

    // What has no place on a logarithmic axis, such as the base 0, lies far below.
    private static double Place(AxisProjection axis, double value)
    {
        double place = axis.Place(value);
        if (double.IsNaN(place) && value <= 0 && axis.Scale.IsPositive)
            place = axis.Factor > 0 ? -Farthest : Farthest;
        return Math.Clamp(place, -Farthest, Farthest);
    }

    private static (double, double) Whole(Surface surface, double from, double to)
    {
        if (surface.IsPage)
            return (from, to);
        double first = Math.Round(from * surface.Scale), last = Math.Max(first + (to > from ? 1 : 0), Math.Round(to * surface.Scale));
        return (first / surface.Scale, last / surface.Scale);
    }
}
