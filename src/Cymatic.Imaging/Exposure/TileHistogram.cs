namespace Cymatic.Imaging;

/// <summary>A tile's histogram: limited, and made a mapping.</summary>
internal static class TileHistogram
{
    /// <summary>Cuts counts at a limit and spreads what was cut off over the other bins, as evenly as whole numbers allow.</summary>
    public static void Limit(Span<int> counts, int limit)
    {
        int excess = 0;
        foreach (ref int count in counts)
        {
            excess += Math.Max(0, count - limit);
            count = Math.Min(count, limit);
        }

        // Every bin gets the same share; one without room for it, or for another after it, is filled to the limit.
        int share = excess / counts.Length, full = limit - share;
        foreach (ref int count in counts)
        {
            int before = count;
            if (count < full)
                count += share;
            if (count >= full)
                count = limit;
            excess -= count - before;
        }

        while (excess > 0)
        {
            int left = Spread(counts, limit, excess);
            if (left == excess)
                return;
            excess = left;
        }
    }

    /// <summary>
    /// Makes counts the mapped value of each bin: its cumulative share of the tile, as whole numbers up to the largest value.
    /// </summary>
    public static void Cumulate(Span<int> counts, int pixels, int largest)
    {
        double scale = largest / (double)pixels;
        long sum = 0;
        foreach (ref int count in counts)
        {
            sum += count;
            count = (int)Math.Min(sum * scale, largest);
        }
    }

    // One for each bin below the limit, at distances that make the rest last for the whole histogram; says what is left.
    private static int Spread(Span<int> counts, int limit, int excess)
    {
        for (int start = 0; start < counts.Length && excess > 0; start++)
        {
            int open = 0;
            foreach (int count in counts)
                open += count < limit ? 1 : 0;
            int step = Math.Max(1, open / excess);
            for (int bin = start; bin < counts.Length; bin += step)
            {
                if (counts[bin] < limit)
                {
                    counts[bin]++;
                    excess--;
                }
            }
        }

        return excess;
    }
}
