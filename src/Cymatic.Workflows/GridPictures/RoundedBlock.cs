using Cymatic.Imaging;

namespace Cymatic.Workflows;

/// <summary>Opaque blocks with slightly round corners, filled row by row: far cheaper than a path.</summary>
internal static class RoundedBlock
{
    private const double EdgeCoverage = 0.55;

    /// <summary>Fills the part of <paramref name="box"/> that lies in <paramref name="clip"/>, which must lie in the frame.</summary>
    internal static void Fill(Frame target, PixelRectangle box, PixelRectangle clip, Color color)
    {
        PixelRectangle seen = box.Intersect(clip);
        if (seen.IsEmpty)
            return;
        uint argb = color.ToPremultipliedArgb();
        int corner = box is { Width: >= 6, Height: >= 7 } ? 2 : box is { Width: >= 3, Height: >= 4 } ? 1 : 0;
        for (int y = seen.Y; y < seen.Bottom; y++)
        {
            int inset = Math.Max(0, corner - Math.Min(y - box.Y, box.Bottom - 1 - y));
            Span<uint> row = target.PixelRow(y);
            int from = Math.Max(seen.X, box.X + inset), to = Math.Min(seen.Right, box.Right - inset);
            if (to > from)
                row[from..to].Fill(argb);
            if (inset == 0)
                continue;
            Soften(row, box.X + inset - 1, seen, color);
            Soften(row, box.Right - inset, seen, color);
        }
    }

    private static void Soften(Span<uint> row, int x, PixelRectangle seen, Color color)
    {
        if (x < seen.X || x >= seen.Right)
            return;
        uint below = row[x];
        var old = Color.FromBytes((byte)(below >> 16), (byte)(below >> 8), (byte)below);
        row[x] = old.Mix(color, EdgeCoverage).ToPremultipliedArgb();
    }
}
