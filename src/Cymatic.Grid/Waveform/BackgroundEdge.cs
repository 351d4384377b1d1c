namespace Cymatic.Grid;

/// <summary>What a removed loop leaves at its own beginning is not a sound of the song.</summary>
internal static class BackgroundEdge
{
    private const double EdgeSeconds = 0.030;
    private const double HeadSeconds = 0.100;

    /// <summary>The candidates without those at the loop's start that are weaker than the loop there.</summary>
    public static List<Candidate> Without(List<Candidate> candidates, WhitenedSong before, WhitenedSong after)
    {
        int edge = before.Samples(EdgeSeconds), head = before.Samples(HeadSeconds);
        return [.. candidates.Where(c => c.Sample > edge || after.Energy(c.Sample, head) > 0.5 * before.Energy(c.Sample, head))];
    }
}
