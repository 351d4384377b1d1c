using Cymatic.Signal;

namespace Cymatic.Mosaic.Tests;

public sealed class BeeTests
{
    private static readonly Sound A = TestCorpora.Sound(4, seed: 3), B = TestCorpora.Noise(4, seed: 4);

    [Fact]
    public void A_sum_of_two_sources_is_taken_apart_into_them()
    {
        float[] sum = new float[A.Length];
        for (int i = 0; i < sum.Length; i++)
            sum[i] = A[0][i] + B[0][i];
        IReadOnlyList<PlanUnit> units = Plan(new Sound(sum, A.SampleRate), new()).Units;
        int both = Enumerable.Range(0, 96).Count(t =>
            Has(units, t, source: 0) && Has(units, t, source: 1));
        Assert.InRange(both, 86, 96);
    }

    [Fact]
    public void No_more_sound_together_than_the_polyphony_allows()
    {
        MosaicPlan plan = Plan(TestCorpora.Noise(3, seed: 8), new() { Polyphony = 3 });
        Assert.InRange(plan.Units.GroupBy(unit => unit.TargetTime).Max(units => units.Count()), 1, 3);
    }

    [Fact]
    public void A_source_that_is_the_target_sounds_as_loud_as_it_is()
    {
        IEnumerable<PlanUnit> first = Plan(A, new()).Units.GroupBy(unit => unit.TargetTime).Select(units => units.First());
        double[] gains = [.. first.Where(unit => unit.Source == 0).Select(unit => unit.GainDb).Order()];
        Assert.Equal(0, gains[gains.Length / 2], 1.0);
    }

    private static bool Has(IReadOnlyList<PlanUnit> units, int t, int source) =>
        units.Any(unit => unit.Source == source && unit.Unit == t && Math.Abs(unit.TargetTime - t / 24.0) < 1e-6);

    private static MosaicPlan Plan(Sound sound, BeeOptions rules)
    {
        using Corpus corpus = Corpus.Of([new("a", A), new("b", B)], new() { Units = new() { Rate = new(24) } });
        using TargetSound target = TargetSound.Of(sound);
        return UnitSelection.Select(corpus, target, new() { Method = SelectionMethod.Bee, Bee = rules });
    }
}
