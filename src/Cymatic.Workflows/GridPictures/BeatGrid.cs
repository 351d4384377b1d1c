using Cymatic.Grid;

namespace Cymatic.Workflows;

/// <summary>Beats and bars of a song with a steady pulse; beat 0 is the first beat of bar 1.</summary>
internal readonly record struct BeatGrid(double FirstBeat, double SecondsPerBeat, int BeatsPerBar)
{
    internal static BeatGrid? Of(SoundGrid grid, int beatsPerBar) =>
        grid.Bpm is { } bpm ? new BeatGrid(grid.FirstBeat, 60 / bpm, beatsPerBar) : null;

    /// <summary>
    /// Beats from <paramref name="from"/> to <paramref name="to"/>: time, whether a bar begins, number of the bar from 1.
    /// </summary>
    internal IEnumerable<(double Time, bool BeginsBar, long Bar)> Between(double from, double to)
    {
        long first = (long)Math.Ceiling((from - FirstBeat) / SecondsPerBeat - 1e-6);
        for (long beat = first; FirstBeat + beat * SecondsPerBeat <= to + 1e-6; beat++)
        {
            long bar = (long)Math.Floor((double)beat / BeatsPerBar);
            yield return (FirstBeat + beat * SecondsPerBeat, beat == bar * BeatsPerBar, bar + 1);
        }
    }

    /// <summary>Bars from one label to the next: 1, 2, 4, 8 …, so that labels are at least <paramref name="spacing"/> apart.</summary>
    internal long LabelStep(double pixelsPerSecond, double spacing)
    {
        long step = 1;
        while (step * SecondsPerBeat * BeatsPerBar * pixelsPerSecond < spacing)
            step *= 2;
        return step;
    }
}
