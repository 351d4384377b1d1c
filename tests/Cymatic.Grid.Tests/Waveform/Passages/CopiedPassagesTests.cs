namespace Cymatic.Grid.Tests;

public sealed class CopiedPassagesTests
{
    private const double Distance = 6;

    private static readonly double[] First = [.. Enumerable.Range(0, 14).Select(k => 0.1 + 0.4 * k)];

    [Fact]
    public void A_passage_that_comes_again_is_found_where_it_does()
    {
        CopiedPassage found = Assert.Single(Found(Places(first: 0, again: 0)));
        Assert.Equal((int)(Distance * Synthetic.Rate), found.Distance);
        Assert.InRange(found.Start / (double)Synthetic.Rate, 6, 6.3);
        Assert.InRange(found.End / (double)Synthetic.Rate, 11.5, 12);
    }

    [Fact]
    public void A_passage_over_which_another_sound_plays_is_not_the_same() => Assert.Empty(Found(Places(first: 0, again: 0).Append(
        (Synthetic.Burst(99, 0.3), 8.77, 1f))));

    [Fact]
    public void A_passage_that_comes_again_softer_is_not_the_same() => Assert.Empty(Found(Places(first: 0, again: 0)
        .Select(p => p.At > 6 ? p with { Gain = 0.5f } : p)));

    [Fact]
    public void Other_sounds_in_the_same_rhythm_are_no_copy() => Assert.Empty(Found(Places(first: 0, again: 50)));

    private static IEnumerable<(float[] Wave, double At, float Gain)> Places(int first, int again) =>
    [
        .. First.Select((at, k) => (Synthetic.Burst(first + k % 5, 0.3), at, 1f)),
        .. First.Select((at, k) => (Synthetic.Burst(again + k % 5, 0.3), at + Distance, 1f)),
    ];

    private static List<CopiedPassage> Found(IEnumerable<(float[] Wave, double At, float Gain)> places)
    {
        (float[] Wave, double At, float Gain)[] all = [.. places.OrderBy(p => p.At)];
        WhitenedSong song = Synthetic.Song(12, all).Whitened();
        int[] starts = [.. all.Select(p => (int)Math.Round(p.At * Synthetic.Rate))];
        List<Twin>[] twins = new HeadMatcher(song, starts, 0.097).AllTwins(0.05f, TestContext.Current.CancellationToken);
        return CopiedPassages.Find(song, starts, twins, TestContext.Current.CancellationToken);
    }
}
