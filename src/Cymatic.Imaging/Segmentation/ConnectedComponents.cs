using System.Buffers;

namespace Cymatic.Imaging;

/// <summary>Which pixels of a mask hang together.</summary>
/// <remarks>
/// Two passes with a forest of equivalent labels (Rosenfeld and Pfaltz 1966); numbers as skimage.measure.label gives them.
/// </remarks>
public static class ConnectedComponents
{
    /// <summary>Counts the groups of pixels above 0.</summary>
    /// <param name="mask">The picture.</param>
    /// <param name="diagonals">Whether pixels that touch at a corner hang together (8 neighbours, else 4).</param>
    public static int CountComponents(this Plane<byte> mask, bool diagonals = true)
    {
        ArgumentNullException.ThrowIfNull(mask);
        using Plane<int> labels = Plane.Rent<int>(mask.Width, mask.Height);
        return mask.LabelTo(labels, diagonals);
    }

    /// <summary>Numbers the groups of pixels above 0 in the order of their first pixels, row by row, from 1 on; all else is 0.</summary>
    /// <param name="mask">The picture.</param>
    /// <param name="labels">A plane of its size, which is filled.</param>
    /// <param name="diagonals">Whether pixels that touch at a corner hang together (8 neighbours, else 4).</param>
    /// <returns>The number of groups.</returns>
    /// <exception cref="ArgumentException">A plane of another size.</exception>
    public static int LabelTo(this Plane<byte> mask, Plane<int> labels, bool diagonals = true)
    {
        SameSize.Check(mask, labels);
        // Two neighbours never both begin a group.
        int[] parents = ArrayPool<int>.Shared.Rent(((mask.Width + 1) / 2 * mask.Height) + 2);
        int last = 0;
        ReadOnlySpan<int> above = [];
        for (int y = 0; y < mask.Height; y++)
        {
            Span<int> row = labels.Row(y);
            LabelRow(mask.Row(y), above, row, new(parents, diagonals), ref last);
            above = row;
        }

        int count = Number(parents, last);
        foreach (ref int label in labels.Values)
            label = parents[label];
        ArrayPool<int>.Shared.Return(parents);
        return count;
    }

    /// <summary>The number of pixels of each group of labels, the first that of label 1.</summary>
    /// <param name="labels">Labels of 0 … count.</param>
    /// <param name="count">The number of groups.</param>
    public static int[] Areas(this Plane<int> labels, int count)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var areas = new int[count];
        foreach (int label in labels.Values)
        {
            if (label > 0)
                areas[label - 1]++;
        }

        return areas;
    }

    private static void LabelRow(ReadOnlySpan<byte> mask, ReadOnlySpan<int> above, Span<int> row, Forest forest, ref int last)
    {
        int left = 0;
        for (int x = 0; x < mask.Length; x++)
        {
            int label = 0;
            if (mask[x] > 0)
            {
                label = left;
                if (!above.IsEmpty)
                {
                    label = forest.Join(label, above[x]);
                    if (forest.Diagonals && above[x] == 0)
                    {
                        label = x > 0 ? forest.Join(label, above[x - 1]) : label;
                        label = x + 1 < above.Length ? forest.Join(label, above[x + 1]) : label;
                    }
                }

                if (label == 0)
                {
                    label = ++last;
                    forest.Parents[label] = label;
                }
            }

            row[x] = left = label;
        }
    }

    // Roots are the smallest labels of their groups, so their order is that of the first pixels.
    private static int Number(int[] parents, int last)
    {
        int count = 0;
        parents[0] = 0;
        for (int label = 1; label <= last; label++)
            parents[label] = parents[label] == label ? ++count : parents[parents[label]];
        return count;
    }

    private readonly record struct Forest(int[] Parents, bool Diagonals)
    {
        /// <summary>The smaller root of two labels, which become one; 0 is no label.</summary>
        public int Join(int one, int other)
        {
            if (one == 0 || other == 0 || one == other)
                return Math.Max(one, other);
            (one, other) = (Root(one), Root(other));
            Parents[Math.Max(one, other)] = Math.Min(one, other);
            return Math.Min(one, other);
        }

        private int Root(int label)
        {
            while (Parents[label] != label)
                label = Parents[label] = Parents[Parents[label]];
            return label;
        }
    }
}
