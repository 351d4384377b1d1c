namespace Cymatic.Imaging;

/// <summary>Frames and rectangles drawn over frames; plain source-over is rounded as Cairo rounds.</summary>
/// <remarks>Porter and Duff 1984, "over": with premultiplied colours, result = source + target·(1 − source alpha).</remarks>
public static class FrameBlending
{
    /// <summary>
    /// Draws <paramref name="source"/> over <paramref name="target"/> with its corner at whole pixels; what lies outside is ignored.
    /// </summary>
    /// <param name="source">The picture on top.</param>
    /// <param name="target">The picture below, which changes.</param>
    /// <param name="at">Column and row of the target on which the source's first pixel falls.</param>
    /// <param name="opacity">0 (nothing happens) to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An opacity outside 0 … 1.</exception>
    public static void BlendOnto(this Frame source, Frame target, (int X, int Y) at = default, double opacity = 1)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        if (opacity is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(opacity), opacity, "Opacity must lie between 0 and 1.");
        var placed = new PixelRectangle(at.X, at.Y, source.Width, source.Height);
        PixelRectangle seen = placed.Intersect(new(0, 0, target.Width, target.Height));
        int weight = Weight(opacity);
        for (int y = seen.Y; y < seen.Bottom; y++)
            BlendRow.Over(source.PixelRow(y - at.Y).Slice(seen.X - at.X, seen.Width), target.PixelRow(y).Slice(seen.X, seen.Width), weight);
    }

    /// <summary>
    /// Draws <paramref name="source"/> over <paramref name="target"/> anywhere, to 1/256 of a pixel, in a blend mode and through a mask;
    /// what lies outside is ignored. Between pixels the source is mixed linearly, with transparent ones around it.
    /// </summary>
    /// <param name="source">The picture on top.</param>
    /// <param name="target">The picture below, which changes.</param>
    /// <param name="at">Where the source's corner falls, in target pixels.</param>
    /// <param name="options">Mode, opacity, mask.</param>
    /// <exception cref="ArgumentException">A position that is no number, or a mask of another size than the source.</exception>
    public static void BlendOnto(this Frame source, Frame target, (double X, double Y) at, BlendOptions options)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Mask is { } mask)
            SameSize.Check(source, mask, nameof(options));
        var (column, right) = Split(at.X, nameof(at));
        var (line, down) = Split(at.Y, nameof(at));
        using var rows = new SourceRows(source, options.Mask, (right, down));
        var placed = new PixelRectangle(column, line, rows.Width, rows.Height);
        PixelRectangle seen = placed.Intersect(new(0, 0, target.Width, target.Height));
        int weight = Weight(options.Opacity);
        for (int y = seen.Y; y < seen.Bottom; y++)
        {
            ReadOnlySpan<uint> over = rows[y - line].Slice(seen.X - column, seen.Width);
            BlendRow.Apply(options.Mode, over, target.PixelRow(y).Slice(seen.X, seen.Width), weight);
        }
    }

    /// <summary>Draws a colour over a rectangle; what lies outside the frame is ignored.</summary>
    public static void Blend(this Frame target, PixelRectangle area, Color color)
    {
        ArgumentNullException.ThrowIfNull(target);
        uint argb = color.ToPremultipliedArgb();
        PixelRectangle seen = area.Intersect(new(0, 0, target.Width, target.Height));
        if (seen.IsEmpty)
            return;
        if (argb >= 0xFF000000)
        {
            target.Fill(seen, color);
            return;
        }

        var row = new uint[seen.Width];
        row.AsSpan().Fill(argb);
        for (int y = seen.Y; y < seen.Bottom; y++)
            BlendRow.Over(row, target.PixelRow(y).Slice(seen.X, seen.Width), 255);
    }

    private static int Weight(double opacity) => (int)Math.Round(opacity * 255);

    // Far outside is as good as just outside; whole 256ths never round up to a whole pixel.
    private static (int Whole, double Fraction) Split(double position, string name)
    {
        if (double.IsNaN(position))
            throw new ArgumentException("A position must be a number.", name);
        double steps = Math.Round(Math.Clamp(position, -1e6, 1e6) * 256), whole = Math.Floor(steps / 256);
        return ((int)whole, (steps / 256) - whole);
    }
}
