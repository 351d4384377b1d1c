using FsCheck;
using FsCheck.Fluent;

namespace Cymatic.Signal.Tests;

public sealed class LinkageTests
{
    private static readonly Dictionary<string, Func<DistanceMatrix, Dendrogram>> Methods = new()
    {
        ["single"] = Linkage.SingleLink,
        ["complete"] = Linkage.CompleteLink,
        ["average"] = Linkage.Average,
        ["ward"] = Linkage.Ward,
        ["weighted"] = Linkage.Weighted,
        ["centroid"] = Linkage.Centroid,
        ["median"] = Linkage.Median,
    };

    public static TheoryData<string> Names => [.. Methods.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Heights_are_scipys(string method)
    {
        double[] expected = Scipy($"{method}_heights").Doubles;
        IReadOnlyList<Merge> merges = Methods[method](Distances()).Merges;
        Assert.Equal(expected.Length, merges.Count);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], merges[i].Height, 1e-5 * expected[^1]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Cuts_are_scipys(string method)
    {
        Dendrogram tree = Methods[method](Distances());
        double[] heights = Scipy($"{method}_cut_heights").Doubles;
        int[] labels = Scipy($"{method}_cuts").Integers;
        for (int cut = 0; cut < heights.Length; cut++)
            Assert.Equal(ByFirstLeaf(labels.AsSpan(cut * tree.Leaves, tree.Leaves)), tree.Cut(heights[cut] + 1e-5));
    }

    [Fact]
    public void As_many_clusters_come_out_as_are_asked_for() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            ArbMap.Default.ArbFor<float[]>().Filter(x => x.Length is > 0 and < 40),
            x =>
            {
                float[] finite = [.. x.Select((value, i) => float.IsFinite(value) ? value % 1000 : i)];
                var distances = DistanceMatrix.Of(x.Length, (i, j) => Math.Abs(finite[i] - finite[j]));
                Dendrogram tree = Linkage.Average(distances);
                return Enumerable.Range(1, x.Length).All(k => tree.CutInto(k).Distinct().Count() == k);
            }));

    /// <remarks>An equilateral triangle: the middle of two corners is nearer to the third than they are to each other.</remarks>
    [Fact]
    public void A_centroid_may_be_nearer_than_what_it_was_made_of()
    {
        Dendrogram tree = Linkage.Centroid(new DistanceMatrix([1, 1, 1], 3));
        Assert.Equal([1, Math.Sqrt(0.75)], tree.Merges.Select(merge => merge.Height), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal([0, 1, 2], tree.Cut(0.9));
    }

    [Fact]
    public void One_thing_is_one_cluster()
    {
        var distances = new DistanceMatrix([], 1);
        Dendrogram tree = Linkage.Ward(distances);
        Assert.Equal([0], tree.Cut(0));
    }

    [Fact]
    public void A_distance_that_is_no_number_is_refused() =>
        Assert.Throws<ArgumentException>(() => new DistanceMatrix([1, float.NaN, 2], 3));

    [Fact]
    public void A_wrong_number_of_distances_is_refused() =>
        Assert.Throws<ArgumentException>(() => new DistanceMatrix([1, 2], 3));

    private static DistanceMatrix Distances() => ScipyClustering.Distances();

    private static Npy Scipy(string name) => ScipyClustering.Array(name);

    private static int[] ByFirstLeaf(ReadOnlySpan<int> labels)
    {
        var names = new Dictionary<int, int>();
        var renamed = new int[labels.Length];
        for (int i = 0; i < labels.Length; i++)
        {
            names.TryAdd(labels[i], names.Count);
            renamed[i] = names[labels[i]];
        }

        return renamed;
    }
}
