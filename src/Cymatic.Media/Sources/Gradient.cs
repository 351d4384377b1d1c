using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>Pictures of colours that go over into each other.</summary>
/// <remarks>
/// Colours are mixed linearly in sRGB-encoded values with straight alpha; before the first stop and after the last nothing changes.
/// </remarks>
public static class Gradient
{
    /// <summary>Colours along a line.</summary>
    /// <param name="size">Width and height in pixels.</param>
    /// <param name="from">Where place 0 is, in pixels.</param>
    /// <param name="to">Where place 1 is, in pixels; another point.</param>
    /// <param name="stops">At least one colour, each with its place, rising.</param>
    /// <exception cref="ArgumentException">No stops, or such that do not rise, or a line without length.</exception>
    public static VideoClip Linear(
        (int Width, int Height) size, (double X, double Y) from, (double X, double Y) to, params (double Place, Color Color)[] stops)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        double length = dx * dx + dy * dy;
        if (!(length > 0 && double.IsFinite(length)))
            throw new ArgumentException($"Colours cannot change from {from} to {to}: that is no line.", nameof(to));
        return Draw(size, stops, (x, y) => ((x - from.X) * dx + (y - from.Y) * dy) / length);
    }

    /// <summary>Colours around a point.</summary>
    /// <param name="size">Width and height in pixels.</param>
    /// <param name="centre">Where place 0 is, in pixels.</param>
    /// <param name="radius">How far away place 1 is, in pixels.</param>
    /// <param name="stops">At least one colour, each with its place, rising.</param>
    /// <exception cref="ArgumentException">No stops, or such that do not rise.</exception>
    public static VideoClip Radial(
        (int Width, int Height) size, (double X, double Y) centre, double radius, params (double Place, Color Color)[] stops)
    {
        Require.Positive(radius, nameof(radius));
        return Draw(size, stops, (x, y) => Math.Sqrt((x - centre.X) * (x - centre.X) + (y - centre.Y) * (y - centre.Y)) / radius);
    }

    private static VideoClip Draw((int Width, int Height) size, (double Place, Color Color)[] stops, Func<double, double, double> place)
    {
        ArgumentNullException.ThrowIfNull(stops);
        if (stops.Length == 0)
            throw new ArgumentException("A gradient has at least one colour.", nameof(stops));
        for (int i = 1; i < stops.Length; i++)
        {
            if (!(stops[i].Place >= stops[i - 1].Place))
                throw new ArgumentException($"Places rise, but {stops[i].Place} comes after {stops[i - 1].Place}.", nameof(stops));
        }

        using Frame frame = Frame.Rent(size.Width, size.Height);
        for (int y = 0; y < frame.Height; y++)
        {
            Span<uint> row = frame.PixelRow(y);
            for (int x = 0; x < row.Length; x++)
                row[x] = At(stops, place(x + 0.5, y + 0.5)).ToPremultipliedArgb();
        }

        return VideoClip.From(frame);
    }

    private static Color At((double Place, Color Color)[] stops, double place)
    {
        int next = 0;
        while (next < stops.Length && stops[next].Place <= place)
            next++;
        if (next == 0 || next == stops.Length)
            return stops[Math.Max(0, next - 1)].Color;
        var (before, after) = (stops[next - 1], stops[next]);
        return before.Color.Mix(after.Color, (place - before.Place) / (after.Place - before.Place));
    }
}
