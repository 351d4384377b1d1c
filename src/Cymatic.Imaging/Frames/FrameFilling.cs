namespace Cymatic.Imaging;

/// <summary>Whole-frame and rectangle writes without blending.</summary>
public static class FrameFilling
{
    /// <summary>Makes every pixel transparent black.</summary>
    public static void Clear(this Frame frame) => frame.Pixels.Clear();

    /// <summary>Makes every pixel <paramref name="color"/>.</summary>
    public static void Fill(this Frame frame, Color color)
    {
        uint argb = color.ToPremultipliedArgb();
        for (int y = 0; y < frame.Height; y++)
            frame.PixelRow(y).Fill(argb);
    }

    /// <summary>
    /// Makes every pixel of a rectangle <paramref name="color"/>, without blending; what lies outside the frame is ignored.
    /// </summary>
    public static void Fill(this Frame frame, PixelRectangle area, Color color)
    {
        uint argb = color.ToPremultipliedArgb();
        PixelRectangle seen = area.Intersect(new PixelRectangle(0, 0, frame.Width, frame.Height));
        for (int y = seen.Y; y < seen.Bottom; y++)
            frame.PixelRow(y).Slice(seen.X, seen.Width).Fill(argb);
    }

    /// <summary>Copies all pixels to a frame of the same size.</summary>
    /// <exception cref="ArgumentException">The frames differ in size.</exception>
    public static void CopyTo(this Frame source, Frame target)
    {
        if (source.Width != target.Width || source.Height != target.Height)
        {
            throw new ArgumentException(
                $"A frame of {source.Width}×{source.Height} pixels does not fit one of {target.Width}×{target.Height}.", nameof(target));
        }

        source.Pixels.CopyTo(target.Pixels);
    }

    /// <summary>Copies the pixels of <paramref name="area"/>, which must lie in the source, to column x, row y of the target.</summary>
    /// <exception cref="ArgumentException">The area does not lie in both frames.</exception>
    public static void CopyTo(this Frame source, PixelRectangle area, Frame target, (int X, int Y) at)
    {
        var placed = area with { X = at.X, Y = at.Y };
        if (area.Intersect(new(0, 0, source.Width, source.Height)) != area
            || placed.Intersect(new(0, 0, target.Width, target.Height)) != placed)
            throw new ArgumentException($"{area} at ({at.X}, {at.Y}) does not lie in both frames.", nameof(area));
        for (int y = 0; y < area.Height; y++)
            source.PixelRow(area.Y + y).Slice(area.X, area.Width).CopyTo(target.PixelRow(at.Y + y)[at.X..]);
    }

    /// <summary>Whether every pixel has alpha 255.</summary>
    public static bool IsOpaque(this Frame frame)
    {
        for (int y = 0; y < frame.Height; y++)
        {
            uint all = uint.MaxValue;
            foreach (uint pixel in frame.PixelRow(y))
                all &= pixel;
            if (all < 0xFF000000)
                return false;
        }

        return true;
    }
}
