using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>Turns the numbers of an area into its pixels.</summary>
internal static class Coloring
{
    /// <summary>Colours one row: numbers, row, pixels.</summary>
    internal delegate void Row(int row, Span<uint> pixels);

    /// <summary>Draws the pixels of an area, by rows, over what is there.</summary>
    /// <param name="pen">Where to draw.</param>
    /// <param name="area">The pixels of the pen's area, at any scale on a page.</param>
    /// <param name="opaque">Whether all pixels have alpha 255: they are written in place.</param>
    /// <param name="row">Fills a row of pixels, premultiplied.</param>
    internal static void Draw(Pen pen, PixelRectangle area, bool opaque, Row row)
    {
        if (!pen.Surface.IsPage && opaque)
        {
            Frame target = pen.Surface.Pixels();
            PixelRectangle seen = area.Intersect(new(0, 0, target.Width, target.Height));
            if (seen == area)
            {
                for (int y = 0; y < area.Height; y++)
                    row(y, target.PixelRow(area.Y + y).Slice(area.X, area.Width));
                return;
            }
        }

        using Frame layer = Frame.Rent(area.Width, area.Height);
        for (int y = 0; y < area.Height; y++)
            row(y, layer.PixelRow(y));
        if (pen.Surface.IsPage)
            pen.Canvas.DrawPicture(layer, pen.Area, new PictureOptions { Smooth = false });
        else
            layer.BlendOnto(pen.Surface.Pixels(), (area.X, area.Y));
    }

    /// <summary>The colours of a map with an opacity, as pixels.</summary>
    internal static uint[] Table(ColorMap map, double opacity) => opacity == 1
        ? map.Argb.ToArray()
        : [.. map.Colors.Select(color => color.WithAlpha(color.Alpha * opacity).ToPremultipliedArgb())];

    /// <summary>The colours of numbers; a hole is transparent.</summary>
    internal static void Apply(ReadOnlySpan<float> values, Normalisation normalisation, uint[] table, Span<uint> pixels)
    {
        if (normalisation is LinearNormalisation or CentredNormalisation && normalisation.High > normalisation.Low)
        {
            float low = (float)normalisation.Low!.Value,
                factor = (float)(table.Length / (normalisation.High!.Value - normalisation.Low.Value));
            for (int i = 0; i < values.Length; i++)
            {
                float at = (values[i] - low) * factor;
                pixels[i] = float.IsFinite(at) ? table[(int)Math.Clamp(at, 0, table.Length - 1)] : 0;
            }

            return;
        }

        for (int i = 0; i < values.Length; i++)
        {
            double at = float.IsFinite(values[i]) ? normalisation.At(values[i]) * table.Length : double.NaN;
            pixels[i] = double.IsNaN(at) ? 0 : table[(int)Math.Clamp(at, 0, table.Length - 1)];
        }
    }
}
