namespace Cymatic.Mosaic.Tests;

public sealed class PlanUnitTests
{
    [Fact]
    public void A_unit_follows_the_one_that_lies_before_it_in_the_same_source() =>
        Assert.True(At(target: 1.04, source: 3.04).Follows(At(target: 1, source: 3)));

    [Fact]
    public void A_unit_from_elsewhere_in_the_source_does_not_follow() =>
        Assert.False(At(target: 1.04, source: 3.08).Follows(At(target: 1, source: 3)));

    [Fact]
    public void A_unit_of_another_source_does_not_follow() =>
        Assert.False((At(target: 1.04, source: 3.04) with { Source = 1 }).Follows(At(target: 1, source: 3)));

    private static PlanUnit At(double target, double source) =>
        new() { TargetTime = target, Duration = 0.04, Source = 0, Unit = 0, SourceTime = source };
}
