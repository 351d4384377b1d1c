namespace Cymatic.Signal.Tests;

public sealed class OptimalLeafOrderTests
{
    [Theory]
    [InlineData("single")]
    [InlineData("complete")]
    [InlineData("average")]
    [InlineData("ward")]
    [InlineData("weighted")]
    [InlineData("centroid")]
    [InlineData("median")]
    public void It_costs_at_most_what_scipys_costs(string method)
    {
        DistanceMatrix distances = ScipyClustering.Distances();
        Dendrogram tree = method switch
        {
            "single" => Linkage.SingleLink(distances),
            "complete" => Linkage.CompleteLink(distances),
            "average" => Linkage.Average(distances),
            "weighted" => Linkage.Weighted(distances),
            "centroid" => Linkage.Centroid(distances),
            "median" => Linkage.Median(distances),
            _ => Linkage.Ward(distances),
        };
        int[] order = OptimalLeafOrder.Of(tree, distances);
        Assert.Equal(Enumerable.Range(0, distances.Count), order.Order());
        Assert.InRange(OptimalLeafOrder.Cost(order, distances), 0, ScipyClustering.Array($"{method}_optimal_cost").Doubles[0] * (1 + 1e-6));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(9)]
    public void No_flipping_of_branches_is_cheaper(int count)
    {
        for (int seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            var distances = DistanceMatrix.Of(count, (_, _) => random.NextSingle());
            Dendrogram tree = Linkage.Average(distances);
            double cheapest = Flips(tree, 2 * count - 2).Min(order => OptimalLeafOrder.Cost(order, distances));
            int[] found = OptimalLeafOrder.Of(tree, distances);
            Assert.Contains(found, Flips(tree, 2 * count - 2));
            Assert.Equal(cheapest, OptimalLeafOrder.Cost(found, distances), 1e-5);
        }
    }

    [Fact]
    public void Points_on_a_line_are_ordered_along_it()
    {
        float[] x = [5, 1, 9, 2, 7, 0, 4];
        var distances = DistanceMatrix.Of(x.Length, (i, j) => Math.Abs(x[i] - x[j]));
        int[] order = OptimalLeafOrder.Of(Linkage.Average(distances), distances);
        float[] along = [.. order.Select(i => x[i])];
        Assert.True(along.SequenceEqual(x.Order()) || along.SequenceEqual(x.OrderDescending()));
    }

    [Fact]
    public void One_thing_is_in_order()
    {
        var distances = new DistanceMatrix([], 1);
        Assert.Equal([0], OptimalLeafOrder.Of(Linkage.Average(distances), distances));
    }

    private static List<int[]> Flips(Dendrogram tree, int node)
    {
        if (node < tree.Leaves)
            return [[node]];
        Merge merge = tree.Merges[node - tree.Leaves];
        List<int[]> first = Flips(tree, merge.First), second = Flips(tree, merge.Second);
        return [.. first.SelectMany(a => second.SelectMany(b => (int[][])[[.. a, .. b], [.. b, .. a]]))];
    }
}
