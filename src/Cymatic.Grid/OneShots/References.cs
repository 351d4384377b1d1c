using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>Chooses for each row the occurrence that other blocks lie over least; among equals the loudest.</summary>
internal static class References
{
    /// <summary>For each row the index of its reference event, −1 for a row without events.</summary>
    public static int[] Choose(Sound song, SoundGrid grid)
    {
        double[] covered = Covered(grid.Events);
        var best = Enumerable.Repeat(-1, grid.Sounds.Count).ToArray();
        var energy = new double[best.Length];
        for (int e = 0; e < covered.Length; e++)
        {
            int row = grid.Events[e].Row;
            double own = Energy(song, grid.Events[e]);
            double gain = best[row] < 0 ? double.PositiveInfinity : covered[best[row]] - covered[e];
            if (gain > 0.05 || (gain > -0.05 && own > energy[row]))
                (best[row], energy[row]) = (e, own);
        }

        return best;
    }

    // The seconds of other blocks over each block, as a part of its length; the first 200 ms count double.
    private static double[] Covered(IReadOnlyList<GridEvent> events)
    {
        int[] order = [.. Enumerable.Range(0, events.Count).OrderBy(e => events[e].Onset)];
        double longest = events.Select(e => Math.Max(0, e.Offset - e.Onset)).DefaultIfEmpty(0).Max();
        var covered = new double[events.Count];
        for (int i = 0, first = 0; i < order.Length; i++)
        {
            GridEvent own = events[order[i]];
            while (events[order[first]].Onset < own.Onset - longest)
                first++;
            for (int k = first; k < order.Length && events[order[k]].Onset < own.Offset; k++)
            {
                if (k != i)
                    covered[order[i]] += Shared(own, events[order[k]]);
            }

            covered[order[i]] /= Math.Max(1e-3, own.Offset - own.Onset);
        }

        return covered;
    }

    private static double Shared(GridEvent own, GridEvent other)
    {
        double from = Math.Max(own.Onset, other.Onset), to = Math.Min(own.Offset, other.Offset);
        return Math.Max(0, to - from) + Math.Max(0, Math.Min(to, own.Onset + 0.2) - from);
    }

    private static double Energy(Sound song, GridEvent block)
    {
        int from = (int)Math.Clamp(block.Onset * song.SampleRate, 0, song.Length);
        int to = (int)Math.Clamp(block.Offset * song.SampleRate, from, song.Length);
        double sum = 0;
        for (int c = 0; c < song.Channels; c++)
            sum += Overlap.Energy(song[c][from..to]);
        return sum;
    }
}
