using Cymatic.Imaging;

namespace Cymatic.Workflows;

/// <summary>The colours of kinds of segments: of numbered neighbours far apart, of fragments alike ones near each other.</summary>
internal static class SegmentColors
{
    private const int Ring = 12;

    // Neighbours on the ring of twelve hues are five steps apart in this order, and the first colours are told apart most easily.
    private static readonly int[] Order = [8, 2, 5, 10, 0, 7, 3, 11, 6, 1, 9, 4];

    /// <summary>A colour for each kind.</summary>
    public static Color[] Of(SegmentDocument document, bool isDark)
    {
        double lightness = isDark ? 0.75 : 0.68, chroma = isDark ? 0.145 : 0.15;
        int kinds = document.Levels.Max(level => level.Clusters);
        if (document.Structure.FragmentBeats is not null)
            return RowPalette.Create(kinds, lightness, chroma);
        int ring = Math.Max(Ring, kinds);
        Color[] hues = RowPalette.Create(ring, lightness, chroma);
        return ring == Ring ? [.. Order.Take(kinds).Select(i => hues[i])]
            : [.. Enumerable.Range(0, kinds).Select(i => hues[i * Stride(ring) % ring])];
    }

    // About 0.38 of the ring, and without a common divisor, so that every colour comes once.
    private static int Stride(int ring)
    {
        int stride = Math.Max(1, (int)(ring * 0.382));
        while (Gcd(stride, ring) > 1)
            stride++;
        return stride;
    }

    private static int Gcd(int a, int b) => b == 0 ? a : Gcd(b, a % b);
}
