namespace Cymatic.Mosaic.Tests;

public sealed class LimitTests
{
    public static TheoryData<SelectionMethod> Methods => [SelectionMethod.Nearest, SelectionMethod.Viterbi];

    [Theory]
    [MemberData(nameof(Methods))]
    public void No_unit_is_used_more_often_than_is_allowed(SelectionMethod method)
    {
        MosaicPlan plan = Plan(new() { Method = method, MostUses = 2 });
        Assert.InRange(plan.Units.GroupBy(unit => (unit.Source, unit.Unit)).Max(uses => uses.Count()), 1, 2);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void No_unit_comes_again_too_soon(SelectionMethod method)
    {
        MosaicPlan plan = Plan(new() { Method = method, RepeatSeconds = 1.5 });
        double soonest = plan.Units.GroupBy(unit => (unit.Source, unit.Unit))
            .SelectMany(uses => uses.Zip(uses.Skip(1), (a, b) => b.TargetTime - a.TargetTime)).DefaultIfEmpty(10).Min();
        Assert.InRange(soonest, 1.5 - 1e-6, 10);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void No_run_is_too_short(SelectionMethod method)
    {
        IReadOnlyList<PlanUnit> units = Plan(new() { Method = method, LeastRun = 6 }).Units;
        List<int> runs = [1];
        for (int i = 1; i < units.Count; i++)
        {
            if (units[i].Follows(units[i - 1]))
                runs[^1]++;
            else
                runs.Add(1);
        }

        Assert.InRange(runs.SkipLast(1).Min(), 6, 1000);
    }

    [Fact]
    public void Costs_are_finite_wherever_limits_lead() =>
        Assert.All(Plan(new() { MostUses = 1, LeastRun = 3 }).Units, unit => Assert.InRange(unit.Cost, 0, 1e6));

    [Fact]
    public void A_source_that_is_forbidden_is_not_used() => Assert.DoesNotContain(
        Plan(new() { SourceUtility = source => source.Path == "a" ? double.NegativeInfinity : 0 }).Units, unit => unit.Source == 0);

    [Fact]
    public void A_source_that_is_favoured_is_used_more()
    {
        int usual = Plan(new()).Units.Count(unit => unit.Source == 1);
        Assert.True(Plan(new() { SourceUtility = source => source.Path == "b" ? 10 : 0 }).Units.Count(unit => unit.Source == 1) > usual);
    }

    [Fact]
    public void Forbidding_every_source_is_refused() =>
        Assert.Throws<SelectionException>(() => Plan(new() { SourceUtility = _ => double.NegativeInfinity }));

    [Fact]
    public void A_corpus_too_small_for_its_limits_is_refused() => Assert.Throws<SelectionException>(() =>
    {
        using Corpus corpus = TestCorpora.Of(TestCorpora.Noise(0.5, seed: 1), 25);
        using TargetSound target = TargetSound.Of(TestCorpora.Noise(2, seed: 2));
        UnitSelection.Select(corpus, target, new() { MostUses = 1 });
    });

    [Fact]
    public void What_is_quieter_than_the_gate_gets_nothing()
    {
        float[] samples = TestCorpora.Noise(2, seed: 3)[0].ToArray();
        samples.AsSpan(0, TestCorpora.Rate).Clear();
        using Corpus corpus = TestCorpora.Of(TestCorpora.Noise(2, seed: 1), 25);
        using TargetSound target = TargetSound.Of(new Signal.Sound(samples, TestCorpora.Rate));
        Assert.Equal(1, UnitSelection.Select(corpus, target, new() { SilenceGateDb = -60 }).Units[0].TargetTime, 1e-9);
    }

    private static MosaicPlan Plan(SelectionOptions options)
    {
        using Corpus corpus = Corpus.Of([new("a", TestCorpora.Noise(4, seed: 1)), new("b", TestCorpora.Noise(4, seed: 2))]);
        using TargetSound target = TargetSound.Of(TestCorpora.Noise(5, seed: 9));
        return UnitSelection.Select(corpus, target, options);
    }
}
