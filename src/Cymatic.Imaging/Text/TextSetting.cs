namespace Cymatic.Imaging;

/// <summary>Finds the size of the letters and the place of a text in its block.</summary>
internal static class TextSetting
{
    private const double Smallest = 1, Largest = 10000, Precision = 0.25;

    internal static SetText Set(TextBlock block)
    {
        TextStyle style = Wrapped(block, block.Style.Size);
        if (block.Width is not null || block.Height is not null)
            style = Fitted(block, style);
        TextExtents extents = TextRuler.Measure(block.Text, style);
        Box all = Union(extents.Logical, extents.Ink);
        int width = block.Width ?? Math.Max(1, (int)Math.Ceiling(all.Width + 2 * block.Padding));
        int height = block.Height ?? Math.Max(1, (int)Math.Ceiling(all.Height + 2 * block.Padding));
        double room = width - 2 * block.Padding - all.Width, x = block.Padding + style.Alignment switch
        {
            TextAlignment.Left => 0,
            TextAlignment.Right => room,
            _ => room / 2,
        };
        double above = height - 2 * block.Padding - all.Height, y = block.Padding + style.Position switch
        {
            TextPosition.Top => 0,
            TextPosition.Bottom => above,
            _ => above / 2,
        };
        return new SetText(block, style, (width, height), (x - all.X, y - all.Y), extents);
    }

    private static TextStyle Fitted(TextBlock block, TextStyle style)
    {
        if (block.Fit == TextFit.Shrink && Fits(block, style))
            return style;
        double low = Smallest,
            high = block.Fit == TextFit.Fill ? Math.Min(Largest, 4.0 * Math.Max(block.Width ?? 0, block.Height ?? 0)) : style.Size;
        if (!Fits(block, Wrapped(block, low)))
        {
            throw new ArgumentException(
                $"The text does not fit into {Sides(block)} pixels with a padding of {block.Padding}, however small its letters.",
                nameof(block));
        }

        while (high - low > Precision)
        {
            double middle = (low + high) / 2;
            if (Fits(block, Wrapped(block, middle)))
                low = middle;
            else
                high = middle;
        }

        return Wrapped(block, low);
    }

    // A word is broken only where it must be: while the letters can still shrink, it must fit into the width as it is.
    private static bool Fits(TextBlock block, TextStyle style)
    {
        double width = block.Width - 2 * block.Padding ?? double.PositiveInfinity;
        double height = block.Height - 2 * block.Padding ?? double.PositiveInfinity;
        TextExtents extents = TextRuler.Measure(block.Text, style);
        Box all = Union(extents.Logical, extents.Ink);
        if (all.Width > width || all.Height > height)
            return false;
        TextStyle free = style with { Width = null };
        return style.Size <= Smallest
            || block.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .All(word => TextRuler.Measure(word, free).Logical.Width <= width);
    }

    private static TextStyle Wrapped(TextBlock block, double size)
    {
        double outline = block.Style.Outline?.Width ?? 0;
        double? width = block.Width is { } given ? Math.Max(1, given - 2 * block.Padding - 2 * outline) : block.Style.Width;
        return block.Style with { Size = size, Width = width };
    }

    private static string Sides(TextBlock block) => (block.Width, block.Height) switch
    {
        ({ } w, { } h) => $"{w}×{h}",
        ({ } w, null) => $"a width of {w}",
        var (_, h) => $"a height of {h}",
    };

    // Anti-aliased edges reach up to a pixel beyond the outlines that were measured.
    private static Box Union(Box logical, Box ink)
    {
        if (ink.Width <= 0 || ink.Height <= 0)
            return logical;
        double x = Math.Min(logical.X, ink.X - 1), y = Math.Min(logical.Y, ink.Y - 1);
        return new(x, y, Math.Max(logical.Right, ink.Right + 1) - x, Math.Max(logical.Bottom, ink.Bottom + 1) - y);
    }
}
