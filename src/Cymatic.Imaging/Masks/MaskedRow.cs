using System.Numerics;

namespace Cymatic.Imaging;

/// <summary>Rows of pixels times rows of masks.</summary>
internal static class MaskedRow
{
    /// <summary>Every pixel, colour and alpha, times its mask over 255, rounded; source and target may be the same.</summary>
    public static void Multiply(ReadOnlySpan<uint> source, ReadOnlySpan<byte> mask, Span<uint> target)
    {
        int lanes = Vector<uint>.Count, i = 0;
        for (; i <= source.Length - (4 * lanes); i += 4 * lanes)
        {
            var factors = new Vector<byte>(mask[i..]);
            if (factors == new Vector<byte>(255))
            {
                source.Slice(i, 4 * lanes).CopyTo(target[i..]);
                continue;
            }

            Vector.Widen(factors, out Vector<ushort> low, out Vector<ushort> high);
            Multiply(source[i..], low, target[i..]);
            Multiply(source[(i + (2 * lanes))..], high, target[(i + (2 * lanes))..]);
        }

        for (; i < source.Length; i++)
            target[i] = PixelLanes.Scale(source[i], mask[i]);
    }

    private static void Multiply(ReadOnlySpan<uint> source, Vector<ushort> factors, Span<uint> target)
    {
        int lanes = Vector<uint>.Count;
        Vector.Widen(factors, out Vector<uint> first, out Vector<uint> second);
        PixelLanes.Scale(new Vector<uint>(source), PixelLanes.Twice(first)).CopyTo(target);
        PixelLanes.Scale(new Vector<uint>(source[lanes..]), PixelLanes.Twice(second)).CopyTo(target[lanes..]);
    }
}
