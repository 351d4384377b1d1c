using Cymatic.Grid;

namespace Cymatic.Workflows;

/// <summary>Breaks a song into lines, as sheet music is broken, so that blocks stay wide enough to be seen.</summary>
internal static class GridLines
{
    // A block of median length gets this many units, within limits for the time axis.
    private const double BlockWidth = 5;
    private const double LeastPerSecond = 18, MostPerSecond = 44;

    /// <param name="PlotWidth">Units that a line has for its time.</param>
    /// <param name="MostLines">Lines that fit into the picture.</param>
    /// <param name="BeatsPerBar">Beats of a bar: with a tempo, lines end at bar lines.</param>
    internal readonly record struct Room(double PlotWidth, int MostLines, int BeatsPerBar);

    internal static IReadOnlyList<(double From, double To)> Break(SoundGrid grid, Room room)
    {
        double duration = Math.Max(grid.Duration, 1e-3);
        double longest = room.PlotWidth / Math.Clamp(BlockWidth / GridBlocks.MedianLength(grid.Events), LeastPerSecond, MostPerSecond);
        // A line and a quarter is better one line.
        int lines = duration <= longest * 1.3 ? 1 : Math.Min(room.MostLines, (int)Math.Ceiling(duration / longest));
        if (lines == 1)
            return [(0, duration)];
        var (first, step) = Steps(grid, duration / lines, room);
        List<(double, double)> result = [];
        for (double from = 0, to = first; from < duration - 1e-6; from = to, to += step)
            result.Add((from, Math.Min(to, duration)));
        return result;
    }

    /// <summary>The rows of each line: all of them when there is one line, else those with a block in it.</summary>
    internal static IReadOnlyList<int>[] Rows(SoundGrid grid, IReadOnlyList<(double From, double To)> lines)
    {
        if (lines.Count == 1)
            return [[.. Enumerable.Range(0, grid.Sounds.Count)]];
        var sounding = lines.Select(_ => new SortedSet<int>()).ToArray();
        foreach (GridEvent block in grid.Events)
        {
            for (int line = 0; line < lines.Count; line++)
            {
                if (block.Offset > lines[line].From && block.Onset < lines[line].To)
                    sounding[line].Add(block.Row);
            }
        }

        return [.. sounding.Select(rows => (IReadOnlyList<int>)[.. rows])];
    }

    // The end of the first line and the length of the others.
    private static (double First, double Step) Steps(SoundGrid grid, double wanted, Room room)
    {
        if (grid.Bpm is not { } bpm)
        {
            double unit = wanted > 20 ? 5 : wanted > 4 ? 1 : 0.1;
            double step = Math.Ceiling(wanted / unit - 1e-9) * unit;
            return (step, step);
        }

        double bar = 60 / bpm * room.BeatsPerBar;
        double bars = Math.Ceiling(wanted / bar - 1e-9) * bar;
        double upbeat = grid.FirstBeat - Math.Floor(grid.FirstBeat / bar) * bar;
        return (bars + upbeat, bars);
    }
}
