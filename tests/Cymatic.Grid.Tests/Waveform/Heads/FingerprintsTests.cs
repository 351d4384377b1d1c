using System.Numerics.Tensors;

namespace Cymatic.Grid.Tests;

public sealed class FingerprintsTests
{
    [Fact]
    public void The_nearest_are_those_with_the_greatest_products()
    {
        const int count = 130, numbers = 64, most = 7;
        float[] prints = Synthetic.Noise(3, count * numbers);
        ReadOnlySpan<float> Print(int k) => prints.AsSpan(k * numbers, numbers);
        int[][] nearest = Fingerprints.Nearest(prints, numbers, most, default);
        for (int i = 0; i < count; i++)
        {
            float Product(int j) => TensorPrimitives.Dot(Print(i), Print(j));
            Assert.Equal(Enumerable.Range(0, count).Where(j => j != i).OrderByDescending(Product).Take(most).Order(), nearest[i]);
        }
    }

    [Fact]
    public void A_pair_is_compared_when_one_is_on_the_shortlist_of_the_other()
    {
        var pairs = HeadPairs.Of([[2], [0], [0, 3], []]);
        Assert.Equal(["0 1", "0 2", "2 3"], Enumerable.Range(0, 4).SelectMany(i => pairs.With(i, 0, 4).Select(j => $"{i} {j}")));
    }
}
