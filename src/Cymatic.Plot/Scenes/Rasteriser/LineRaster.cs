namespace Cymatic.Plot;

/// <summary>Draws lines into a band, as long rectangles that face the viewer.</summary>
internal static unsafe class LineRaster
{
    // Lines on a surface are this share of the whole nearer than it, so that it does not hide half of their width.
    private const double Lift = 0.006;

    /// <summary>Draws a line between two points where it lies in the band.</summary>
    /// <param name="band">Where to draw.</param>
    /// <param name="lighting">Its colours.</param>
    /// <param name="a">A point (<see cref="Plot.Draw.Stride"/> numbers).</param>
    /// <param name="b">A point.</param>
    /// <param name="line">Width in pixels, and how much nearer in space it is drawn.</param>
    internal static void Draw<T>(Band band, Lighting lighting, float* a, float* b, (float Width, float Nearer) line)
        where T : struct, IWriting
    {
        float dx = b[0] - a[0], dy = b[1] - a[1], length = MathF.Sqrt(dx * dx + dy * dy);
        if (!(length > 0) || Math.Max(a[1], b[1]) + line.Width < band.Top || Math.Min(a[1], b[1]) - line.Width > band.Bottom)
            return;
        float scale = line.Width / (2 * length), acrossX = -dy * scale, acrossY = dx * scale;
        float* corners = stackalloc float[4 * Plot.Draw.Stride];
        for (int corner = 0; corner < 4; corner++)
        {
            float* from = corner < 2 ? a : b, to = corners + corner * Plot.Draw.Stride;
            float side = corner % 2 == 0 ? 1 : -1;
            for (int part = 2; part < Plot.Draw.Stride; part++)
                to[part] = from[part];
            to[0] = Plot.Draw.Snap(from[0] + side * acrossX);
            to[1] = Plot.Draw.Snap(from[1] + side * acrossY);
            to[2] += Lifted(lighting.View, from[3], line.Nearer);
        }

        const int Stride = Plot.Draw.Stride;
        TriangleRaster.Draw<T>(band, lighting, corners, corners + Stride, corners + 2 * Stride, null);
        TriangleRaster.Draw<T>(band, lighting, corners + Stride, corners + 3 * Stride, corners + 2 * Stride, null);
    }

    /// <summary>How much nearer lines on surfaces are, in space.</summary>
    internal static float OnSurface(Space space) => (float)(space.Radius * Lift);

    // The difference of depth for a step towards the viewer.
    private static float Lifted(View view, float inverse, float nearer)
    {
        double range = view.Far - view.Near;
        return (float)(view.IsPerspective ? nearer * view.Near * view.Far / range * inverse * inverse : nearer / range);
    }
}
