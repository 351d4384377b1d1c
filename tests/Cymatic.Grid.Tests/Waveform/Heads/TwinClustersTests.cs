namespace Cymatic.Grid.Tests;

public sealed class TwinClustersTests
{
    [Fact]
    public void Pairs_join_by_their_mean_and_not_by_their_best()
    {
        // 0, 1 and 2 are close; 3 is close to 2 only: its mean with the three is 0.3.
        float[,] rho = { { 0, 0.95f, 0.9f, 0 }, { 0, 0, 0.9f, 0 }, { 0, 0, 0, 0.89f }, { 0, 0, 0, 0 } };
        Assert.Equal(["0 1 2", "3"], Groups(rho, 0.5));
    }

    [Fact]
    public void A_lower_cut_takes_the_distant_one_in()
    {
        float[,] rho = { { 0, 0.95f, 0.9f, 0 }, { 0, 0, 0.9f, 0 }, { 0, 0, 0, 0.92f }, { 0, 0, 0, 0 } };
        Assert.Equal(["0 1 2 3"], Groups(rho, 0.25));
    }

    [Fact]
    public void The_best_pair_joins_first()
    {
        // 1 is near to 0 and nearer to 2; 0 and 2 are strangers.
        float[,] rho = { { 0, 0.8f, 0 }, { 0, 0, 0.9f }, { 0, 0, 0 } };
        Assert.Equal(["0", "1 2"], Groups(rho, 0.6));
    }

    [Fact]
    public void Strangers_stay_alone() => Assert.Equal(["0", "1", "2"], Groups(new float[3, 3], 0.1));

    [Fact]
    public void Members_are_aligned_with_the_central_one()
    {
        List<Twin>[] twins = [[new(1, 0.9f, 7)], [new(0, 0.9f, -7), new(2, 0.95f, 4)], [new(1, 0.95f, -4)]];
        Assert.Equal([(0, -7), (1, 0), (2, 4)], TwinClusters.Group(twins, 0.4).Single().Order());
    }

    [Fact]
    public void A_member_that_is_no_twin_of_the_central_one_is_aligned_through_others()
    {
        // 0 – 1 – 2 – 3 in a chain, each 5 samples later than the one before.
        List<Twin>[] twins =
        [
            [new(1, 1, 5)], [new(0, 1, -5), new(2, 1, 5)], [new(1, 1, -5), new(3, 1, 5)], [new(2, 1, -5)],
        ];
        (int Index, int Lag)[] members = [.. TwinClusters.Group(twins, 0.2).Single().Order()];
        Assert.Equal([0, 1, 2, 3], members.Select(m => m.Index));
        Assert.Equal([5, 5, 5], members.Zip(members.Skip(1), (a, b) => b.Lag - a.Lag));
    }

    private static string[] Groups(float[,] rho, double cut)
    {
        int n = rho.GetLength(0);
        var twins = new List<Twin>[n];
        for (int i = 0; i < n; i++)
        {
            twins[i] = [.. Enumerable.Range(0, n)
                .Select(j => new Twin(j, Math.Max(rho[i, j], rho[j, i]), 0))
                .Where(twin => twin.Other != i && twin.Rho2 > 0)];
        }

        IEnumerable<string> groups = TwinClusters.Group(twins, cut).Select(g => string.Join(' ', g.Select(m => m.Index).Order()));
        return [.. groups.Order(StringComparer.Ordinal)];
    }
}
