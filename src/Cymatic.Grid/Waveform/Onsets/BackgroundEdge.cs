namespace Cymatic.Grid;

/// <summary>What a removed loop leaves at its own beginning is not a sound of the song.</summary>
internal static class BackgroundEdge
{
    private const double EdgeSeconds = 0.030;
    private const double HeadSeconds = 0.100;
    private const double LeastLeft = 0.5;
    private const double MostLeft = 1.5;

    /// <summary>
    /// The candidates without those at the loop's start that are weaker than the loop there, or that taking it away has made.
    /// </summary>
    public static List<Candidate> Without(List<Candidate> candidates, WhitenedSong before, WhitenedSong after)
    {
        int edge = before.Samples(EdgeSeconds), head = before.Samples(HeadSeconds);
        return [.. candidates.Where(c => c.Sample > edge || Left(c) is > LeastLeft and < MostLeft)];
        double Left(Candidate c) => after.Energy(c.Sample, head) / (before.Energy(c.Sample, head) + 1e-20);
    }
}
