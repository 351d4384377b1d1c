using Cymatic.Signal;

namespace Cymatic.Mosaic.Tests;

public sealed class NearestTests
{
    private static readonly Sound Song = TestCorpora.Sound(8, seed: 3);

    [Fact]
    public void A_corpus_of_the_target_gives_the_target_in_order()
    {
        using Corpus corpus = TestCorpora.Of(Song, 24);
        using TargetSound target = TargetSound.Of(Song);
        MosaicPlan plan = UnitSelection.Select(corpus, target);
        Assert.Equal(Enumerable.Range(0, 192), TestCorpora.UnitsOf(plan));
    }

    [Fact]
    public void Shuffled_frames_are_put_in_order_again()
    {
        (Sound shuffled, int[] order) = TestCorpora.Shuffle(Song, 24, seed: 5);
        using Corpus corpus = TestCorpora.Of(shuffled, 24);
        using TargetSound target = TargetSound.Of(Song);
        int[] found = TestCorpora.UnitsOf(UnitSelection.Select(corpus, target));
        Assert.Equal(Enumerable.Range(0, 192), found.Select(unit => order[unit]));
    }
}
