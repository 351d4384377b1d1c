using Cymatic.Signal;

namespace Cymatic.Mosaic.Tests;

public sealed class ViterbiTests
{
    private static readonly Sound Song = TestCorpora.Sound(8, seed: 3);
    private static readonly SelectionOptions Options = new() { Method = SelectionMethod.Viterbi };

    [Fact]
    public void Shuffled_frames_are_put_in_order_again()
    {
        (Sound shuffled, int[] order) = TestCorpora.Shuffle(Song, 24, seed: 5);
        using Corpus corpus = TestCorpora.Of(shuffled, 24);
        using TargetSound target = TargetSound.Of(Song);
        int[] found = TestCorpora.UnitsOf(UnitSelection.Select(corpus, target, Options));
        Assert.Equal(Enumerable.Range(0, 192), found.Select(unit => order[unit]));
    }

    [Fact]
    public void A_dearer_jump_is_made_less_often()
    {
        using Corpus corpus = TestCorpora.Of(Song, 24);
        using TargetSound other = TargetSound.Of(TestCorpora.Noise(8, seed: 4));
        Assert.True(Jumps(corpus, other, cost: 30) < Jumps(corpus, other, cost: 1) / 2);
    }

    [Fact]
    public void Following_the_source_costs_nothing()
    {
        using Corpus corpus = TestCorpora.Of(Song, 24);
        Assert.Equal(0, new JoinCosts(corpus, Options).Between(6, 7));
    }

    [Fact]
    public void The_same_unit_again_costs_the_dial_more_than_another_jump()
    {
        using Corpus corpus = TestCorpora.Of(Song, 24);
        float again = new JoinCosts(corpus, Options).Between(6, 6);
        Assert.InRange(again, 1.5 * Options.JumpCost, 2.5 * Options.JumpCost);
    }

    private static int Jumps(Corpus corpus, TargetSound target, double cost)
    {
        IReadOnlyList<PlanUnit> units = UnitSelection.Select(corpus, target, Options with { JumpCost = cost }).Units;
        return Enumerable.Range(1, units.Count - 1).Count(i => !units[i].Follows(units[i - 1]));
    }
}
