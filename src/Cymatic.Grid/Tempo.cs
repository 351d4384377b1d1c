namespace Cymatic.Grid;

/// <summary>The tempo of a grid, told or implied by its pulse.</summary>
internal static class Tempo
{
    private const double LeastStrength = 0.6;

    /// <summary>Chance, as a power of e, with which onsets at random may seem to have a pulse.</summary>
    private const double LogChance = -6;

    /// <summary>Periods that can be told apart for each second of a song: the width of the frequencies that are tried.</summary>
    private const double PeriodsPerSecond = 8.6;

    /// <summary>
    /// The grid with beats a minute and first beat, when they are known: the pulse's multiple that lies between 70 and 180.
    /// </summary>
    public static SoundGrid Of(SoundGrid grid, GridOptions options, Pulse pulse)
    {
        if (options.Bpm is { } told)
            return grid with { Bpm = told, FirstBeat = First(pulse, grid) };
        if (!IsCredible(pulse, grid))
            return grid;
        double beat = pulse.Period;
        while (60 / beat > 180)
            beat *= 2;
        while (60 / beat < 70)
            beat /= 2;
        return grid with { Bpm = Math.Round(60 / beat, 2), FirstBeat = First(pulse, grid) };
    }

    /// <summary>Whether so many blocks would lie so well on some pulse by chance.</summary>
    /// <remarks>
    /// Rayleigh's test: n random phases have a mean vector of at least R with a chance of exp(−n R²), for each period that is tried.
    /// </remarks>
    private static bool IsCredible(Pulse pulse, SoundGrid grid)
    {
        int onsets = grid.Events.Select(block => Math.Round(block.Onset, 2)).Distinct().Count();
        double tried = Math.Log(PeriodsPerSecond * Math.Max(1, grid.Duration));
        return onsets >= 8 && pulse.Strength >= LeastStrength && tried - onsets * pulse.Strength * pulse.Strength < LogChance;
    }

    /// <summary>The pulse that is nearest to where the first block begins: what is before it is silence, not bars.</summary>
    private static double First(Pulse pulse, SoundGrid grid)
    {
        double begin = grid.Events.Select(block => block.Onset).DefaultIfEmpty(pulse.Phase).Min();
        return Math.Round(Math.Max(0, pulse.Phase + Math.Round((begin - pulse.Phase) / pulse.Period) * pulse.Period), 4);
    }
}
