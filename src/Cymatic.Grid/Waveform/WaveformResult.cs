using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>What the waveform method found.</summary>
/// <param name="Heard">The song without its background loop.</param>
/// <param name="Loop">The loop, or null.</param>
/// <param name="Events">The playings, in no order.</param>
/// <param name="Pulse">The pulse that the onsets imply.</param>
internal sealed record WaveformResult(Sound Heard, UnrolledLoop? Loop, IReadOnlyList<WaveformEvent> Events, Pulse Pulse)
{
    /// <summary>The beginnings of the sounds; low sounds, which whitening hides, have none.</summary>
    public required IReadOnlyList<SoundHead> Heads { get; init; }

    /// <summary>Share of the playings whose sound plays more than once: near 0 where no repeat is the same waveform.</summary>
    public double RepeatShare() => ShareOf(Events);

    /// <summary>The same of any playings.</summary>
    public static double ShareOf(IReadOnlyCollection<WaveformEvent> events)
    {
        if (events.Count == 0)
            return 0;
        var counts = events.CountBy(e => e.Label).ToDictionary();
        return (double)events.Count(e => counts[e.Label] > 1) / events.Count;
    }
}
