using Cymatic.Grid;

namespace Cymatic.Workflows;

/// <summary>Events as they are drawn.</summary>
internal static class GridBlocks
{
    /// <summary>Events by onset; one that is still sounding when its own row begins again ends there, so that both can be seen.</summary>
    internal static IReadOnlyList<GridEvent> WithoutOverlap(IReadOnlyList<GridEvent> events)
    {
        GridEvent[] blocks = [.. events.OrderBy(block => block.Onset)];
        Dictionary<int, double> next = [];
        for (int i = blocks.Length - 1; i >= 0; i--)
        {
            GridEvent block = blocks[i];
            if (next.TryGetValue(block.Row, out double onset) && onset < block.Offset && onset > block.Onset)
                blocks[i] = block with { Offset = onset };
            next[block.Row] = block.Onset;
        }

        return blocks;
    }

    /// <summary>Median length of a block in seconds, at least 10 ms; half a second when there is none.</summary>
    internal static double MedianLength(IReadOnlyList<GridEvent> events)
    {
        if (events.Count == 0)
            return 0.5;
        double[] lengths = [.. events.Select(block => block.Offset - block.Onset).Order()];
        return Math.Max(lengths[lengths.Length / 2], 0.01);
    }
}
