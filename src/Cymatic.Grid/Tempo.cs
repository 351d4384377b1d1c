namespace Cymatic.Grid;

/// <summary>The tempo of a grid, told or implied by its pulse.</summary>
internal static class Tempo
{
    private const double LeastStrength = 0.6;

    /// <summary>The grid with beats a minute and first beat, when they are known: the pulse's multiple that lies between 70 and 180.</summary>
    public static SoundGrid Of(SoundGrid grid, GridOptions options, Pulse pulse)
    {
        if (options.Bpm is { } told)
            return grid with { Bpm = told, FirstBeat = First(pulse, 60 / told) };
        if (pulse.Strength < LeastStrength || grid.Events.Count < 8)
            return grid;
        double beat = pulse.Period;
        while (60 / beat > 180)
            beat *= 2;
        while (60 / beat < 70)
            beat /= 2;
        return grid with { Bpm = Math.Round(60 / beat, 2), FirstBeat = First(pulse, beat) };
    }

    private static double First(Pulse pulse, double beat) => Math.Round(pulse.Phase % beat, 4);
}
