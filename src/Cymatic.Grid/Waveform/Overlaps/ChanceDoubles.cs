namespace Cymatic.Grid;

/// <summary>
/// Where hardly ever two sounds start together, none do: what looks like two is one sound that its own waveform does not explain, or a
/// sound and what a loop or the reverb does at that moment.
/// </summary>
internal static class ChanceDoubles
{
    /// <summary>Second sounds for each start; songs in which sounds do start together have more.</summary>
    private const double LeastShare = 0.18;
    private const double NearSeconds = 0.030;

    /// <summary>All events, or only the strongest at each start.</summary>
    public static List<WaveformEvent> Without(List<WaveformEvent> events, int rate)
    {
        WaveformEvent[] sorted = [.. events.OrderBy(e => e.Start)];
        var strongest = new List<WaveformEvent>();
        for (int from = 0, to; from < sorted.Length; from = to)
        {
            for (to = from + 1; to < sorted.Length && sorted[to].Start - sorted[from].Start < NearSeconds * rate; to++)
            {
            }

            strongest.Add(sorted[from..to].MaxBy(e => e.Strength));
        }

        return events.Count - strongest.Count < LeastShare * strongest.Count ? strongest : events;
    }
}
