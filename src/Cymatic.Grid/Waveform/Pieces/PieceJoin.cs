using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>Knows the sounds of a song's pieces again in the other pieces, by their beginnings.</summary>
internal static class PieceJoin
{
    /// <summary>Mean ρ² of what is one sound, as of two templates.</summary>
    private const double SameSound = 0.7;
    private const float LeastTwin = 0.05f;
    private const double GapSeconds = 0.030;

    /// <summary>For each label that is another's sound, that other label.</summary>
    /// <remarks>The beginnings are laid one after another into a sound of their own, and compared as places of a song are.</remarks>
    public static Dictionary<int, int> Labels(IReadOnlyList<SoundHead> heads, int rate, CancellationToken cancel)
    {
        if (heads.Count == 0)
            return [];
        int length = heads.Max(head => head.Wave[0].Length), step = length + (int)(GapSeconds * rate);
        float[][] samples = [.. heads[0].Wave.Select(_ => new float[heads.Count * step])];
        for (int i = 0; i < heads.Count; i++)
        {
            for (int c = 0; c < samples.Length; c++)
                heads[i].Wave[c].CopyTo(samples[c], i * step);
        }

        WhitenedSong laid = WhitenedSong.Unfiltered(new Sound(samples, rate));
        int lead = laid.Samples(ExplainAway.LeadSeconds);
        IEnumerable<int> places = Enumerable.Range(0, heads.Count).Select(i => i * step + lead);
        var matcher = new HeadMatcher(laid, places, SoundHead.Seconds - ExplainAway.LeadSeconds);
        var labels = new Dictionary<int, int>();
        foreach (List<(int Index, int Lag)> group in TwinClusters.Group(matcher.AllTwins(LeastTwin, cancel), SameSound))
        {
            int first = group.Min(member => heads[member.Index].Label);
            foreach ((int index, _) in group)
                labels[heads[index].Label] = first;
        }

        return labels;
    }
}
