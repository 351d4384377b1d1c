using Cymatic.Signal;

namespace Cymatic.Mosaic.Tests;

public sealed class UnitKindTests
{
    public static TheoryData<UnitKind> Kinds => [.. Enum.GetValues<UnitKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Units_cover_the_target_without_a_gap(UnitKind kind)
    {
        MosaicPlan plan = Plan(kind, TestCorpora.Noise(3.3, seed: 5));
        double at = 0;
        foreach (PlanUnit unit in plan.Units)
        {
            Assert.Equal(at, unit.TargetTime, 1e-9);
            at += unit.Duration;
        }

        Assert.Equal(3.3, at, 1e-6);
    }

    [Theory]
    [InlineData(30_000, 1001)]
    [InlineData(24, 1)]
    [InlineData(240, 1)]
    public void A_length_that_is_told_to_a_microsecond_has_all_its_units(int num, int den)
    {
        var rate = new UnitRate(num, den);
        Assert.All(Enumerable.Range(1, 3000), units => Assert.Equal(units, rate.UnitsIn(Math.Round(rate.TimeOf(units), 6))));
    }

    [Theory]
    [InlineData(30_000, 1001)]
    [InlineData(24, 1)]
    public void Errors_of_frame_times_do_not_add_up(int num, int den)
    {
        var grid = new UnitGrid(new(num, den), 0);
        using var sound = new UnitSound(new MemoryTable<Half>(new Half[10], 1), grid, 1_000_000);
        Assert.Equal(999_999.0 * den / num, sound[999_999].Start, 1e-9);
    }

    [Fact]
    public void A_corpus_of_one_frame_fills_any_target()
    {
        using Corpus corpus = TestCorpora.Of(TestCorpora.Noise(1.0 / 24, seed: 1), 24);
        using TargetSound target = TargetSound.Of(TestCorpora.Sound(1, seed: 2));
        Assert.Equal(24, UnitSelection.Select(corpus, target).Units.Count);
    }

    [Theory]
    [InlineData(SelectionMethod.Nearest)]
    [InlineData(SelectionMethod.Viterbi)]
    public void A_silent_target_gets_the_quietest_units(SelectionMethod method)
    {
        float[] samples = TestCorpora.Noise(4, seed: 1)[0].ToArray();
        samples.AsSpan(0, samples.Length / 2).Clear();
        using Corpus corpus = TestCorpora.Of(new Sound(samples, TestCorpora.Rate), 24);
        using TargetSound target = TargetSound.Of(new Sound(new float[TestCorpora.Rate], TestCorpora.Rate));
        Assert.All(UnitSelection.Select(corpus, target, new() { Method = method }).Units, unit => Assert.InRange(unit.Unit, 0, 47));
    }

    private static MosaicPlan Plan(UnitKind kind, Sound sound)
    {
        using Corpus corpus = Corpus.Of([new("a", TestCorpora.Noise(5, seed: 2))], new() { Units = new() { Kind = kind } });
        using TargetSound target = TargetSound.Of(sound);
        return UnitSelection.Select(corpus, target);
    }
}
