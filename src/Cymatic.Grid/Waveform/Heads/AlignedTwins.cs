namespace Cymatic.Grid;

/// <summary>
/// Twins among starts that were found sooner or later: a sound's beginning under the end of another is seen late, and its head may hold
/// some of that end.
/// </summary>
internal static class AlignedTwins
{
    /// <summary>How far apart one sound's beginnings are found at most.</summary>
    private const double ApartSeconds = 0.030;

    /// <summary>So long after a start what was before has ended.</summary>
    private const double EndedSeconds = 0.013;
    private const float LeastTwin = 0.05f;

    /// <summary>The twins of every place, by its head or by the same a moment later, whichever is more alike.</summary>
    public static List<Twin>[] Of(WhitenedSong song, int[] places, double headSeconds, CancellationToken cancel)
    {
        var range = new LagRange { Seconds = ApartSeconds, HighestHz = song.Rate / 2.0 };
        int ended = song.Samples(EndedSeconds);
        List<Twin>[] at = new HeadMatcher(song, places, headSeconds, range).AllTwins(LeastTwin, cancel);
        List<Twin>[] later = new HeadMatcher(song, places.Select(p => p + ended), headSeconds, range).AllTwins(LeastTwin, cancel);
        return [.. at.Zip(later, (a, b) => a.Concat(b).GroupBy(t => t.Other).Select(same => same.MaxBy(t => t.Rho2)).ToList())];
    }
}
