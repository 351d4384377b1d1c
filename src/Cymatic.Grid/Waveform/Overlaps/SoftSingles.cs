using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>
/// What plays once and softly under other sounds is no sound of its own: a remainder of another, a hit of a loop, a turn of the reverb.
/// </summary>
internal static class SoftSingles
{
    /// <summary>Decibels below the median of all blocks' levels.</summary>
    private const double SoftDb = 6;

    /// <summary>The playings without those of soft sounds that play once.</summary>
    public static List<WaveformEvent> Without(List<WaveformEvent> events, Sound song)
    {
        WaveformEvent[] sorted = [.. events.Where(e => e.Start < song.Length).OrderBy(e => e.Start)];
        if (sorted.Length == 0)
            return events;
        int[] lengths = GridBuilder.Lengths(song, sorted);
        double[] levels = [.. sorted.Select((e, i) => GridBuilder.LevelDb(song, e.Start, lengths[i]))];
        double least = levels.Order().ElementAt(levels.Length / 2) - SoftDb;
        var counts = events.CountBy(e => e.Label).ToDictionary();
        return [.. sorted.Where((e, i) => counts[e.Label] > 1 || levels[i] >= least)];
    }
}
