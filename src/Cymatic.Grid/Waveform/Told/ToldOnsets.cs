namespace Cymatic.Grid;

/// <summary>One moment at which someone else says that sounds start.</summary>
/// <param name="Told">Mean of the times told, in samples.</param>
/// <param name="Notes">How many sounds start there.</param>
/// <param name="Place">The steepest rise of the whitened energy near it, by which waveforms are compared.</param>
internal readonly record struct ToldMoment(int Told, int Notes, int Place);

/// <summary>
/// Onsets that someone else knows, as from a MIDI file of the song: at each there is a sound, and no more of them than notes.
/// </summary>
internal sealed class ToldOnsets
{
    /// <summary>Notes so near to each other are one moment: a hand is no faster, and files differ by as much.</summary>
    public const double TogetherSeconds = 0.030;

    private const double NearSeconds = 0.015;

    private readonly WhitenedSong _song;

    private readonly int[] _places;
    private readonly int[] _told;

    private ToldOnsets(WhitenedSong song, ToldMoment[] moments)
    {
        (_song, Moments) = (song, moments);
        _places = [.. moments.Select(m => m.Place)];
        _told = [.. moments.Select(m => m.Told)];
    }

    /// <summary>By time.</summary>
    public IReadOnlyList<ToldMoment> Moments { get; }

    /// <summary>Whether any two sounds start together.</summary>
    public bool HasChords => Moments.Any(m => m.Notes > 1);

    /// <summary>Times in seconds, each as often as sounds start there; those outside of the song are left out.</summary>
    public static ToldOnsets Of(IEnumerable<double> seconds, WhitenedSong song, CancellationToken cancel)
    {
        List<List<int>> groups = Together(
            seconds.Select(song.Samples).Where(s => s >= 0 && s < song.Length), song.Samples(TogetherSeconds));
        int[] told = [.. groups.Select(group => (int)Math.Round(group.Average()))];
        int[] places = ToldPlaces.Of(told, song, cancel);
        for (int i = 1; i < places.Length; i++)
            places[i] = Math.Max(places[i], places[i - 1]);
        return new ToldOnsets(song, [.. told.Select((t, i) => new ToldMoment(t, groups[i].Count, places[i]))]);
    }

    /// <summary>Samples in groups, the members of each at most <paramref name="gap"/> after its first.</summary>
    public static List<List<int>> Together(IEnumerable<int> samples, int gap)
    {
        var groups = new List<List<int>>();
        foreach (int sample in samples.Order())
        {
            if (groups.Count > 0 && sample - groups[^1][0] <= gap)
                groups[^1].Add(sample);
            else
                groups.Add([sample]);
        }

        return groups;
    }

    /// <summary>The moments as candidates.</summary>
    public List<Candidate> Candidates(LogBands bands) => [.. Moments.Select(m => new Candidate(m.Place, bands.FluxNear(m.Place)))];

    /// <summary>The moment whose place is nearest to a sample, or null when it is more than 15 ms away.</summary>
    public ToldMoment? At(int sample) => Nearest(_places, sample, _song.Samples(NearSeconds));

    /// <summary>The moment that is told nearest to a sample, or null when it is more than 30 ms away.</summary>
    public ToldMoment? Nearest(int sample) => Nearest(_told, sample, _song.Samples(TogetherSeconds));

    private ToldMoment? Nearest(int[] rising, int sample, int reach)
    {
        int at = Array.BinarySearch(rising, sample);
        at = at < 0 ? ~at : at;
        if (at > 0 && (at == rising.Length || sample - rising[at - 1] < rising[at] - sample))
            at--;
        return at < rising.Length && Math.Abs(rising[at] - sample) <= reach ? Moments[at] : null;
    }

    /// <summary>
    /// Samples by which the playings of one sound lie after what was told, the median over them: a single time may be inexact.
    /// </summary>
    public int? MedianShift(IEnumerable<int> onsets)
    {
        int[] shifts = [.. onsets.Select(o => At(o) is { } m ? m.Told - o : (int?)null).OfType<int>().Order()];
        return shifts.Length == 0 ? null : shifts[shifts.Length / 2];
    }
}
