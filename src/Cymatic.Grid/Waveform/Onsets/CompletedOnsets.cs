namespace Cymatic.Grid;

/// <summary>Adds the starts that the flux missed: a sound that was found once is looked for in the whole song.</summary>
internal static class CompletedOnsets
{
    private const double HeadSeconds = 0.070;
    private const float LeastRho2 = 0.85f;
    private const double ClusterRho2 = 0.8;

    /// <summary>Song seconds times heads that are searched: all sounds of a short song, the most frequent ones of a long one.</summary>
    private const double SearchedSeconds = 4800;
    private const int FewestHeads = 16;

    /// <summary>The candidates and, where a known head sounds and no candidate is near, more of them.</summary>
    public static List<Candidate> Of(
        WhitenedSong song, List<Candidate> candidates, List<Twin>[] twins, LogBands bands, CancellationToken cancel)
    {
        int length = song.Samples(HeadSeconds), lead = song.Samples(ExplainAway.LeadSeconds);
        List<List<(int Index, int Lag)>> groups = TwinClusters.Group(twins, ClusterRho2);
        int most = Math.Max(FewestHeads, (int)(SearchedSeconds * song.Rate / Math.Max(1, song.Length)));
        int Loudest(List<(int Index, int Lag)> group) => group.MaxBy(m => song.Energy(candidates[m.Index].Sample, length)).Index;
        int[] heads = [.. groups.OrderByDescending(g => g.Count).Take(most).Select(Loudest)];
        var search = new SongSearch(song, length);
        List<float[][]> waves = [.. heads.Select(h => Head(song, candidates[h].Sample - lead, length))];
        List<Sighting>[] sightings = search.Find(waves, LeastRho2, song.Samples(0.015), cancel);
        var added = new List<Candidate>();
        int near = song.Samples(0.012);
        foreach (Sighting s in sightings.SelectMany(list => list))
        {
            int at = s.Sample + lead;
            if (!candidates.Exists(c => Math.Abs(c.Sample - at) < near) && at < song.Length)
                added.Add(new Candidate(at, bands.FluxNear(at)));
        }

        return [.. candidates.Concat(CandidateOnsets.Merge(added, song, near)).OrderBy(c => c.Sample)];
    }

    private static float[][] Head(WhitenedSong song, int start, int length) =>
        [.. Enumerable.Range(0, song.Channels).Select(c => song.Window(c, start, length).ToArray())];
}
