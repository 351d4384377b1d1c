namespace Cymatic.Signal.Tests;

/// <summary>Compares results with arrays of the peers.</summary>
internal static class Near
{
    /// <summary>A golden array of features × frames, and ours of frames × features: every number within a share of the largest.</summary>
    public static void Transposed(string golden, DenseMatrix actual, double share)
    {
        Npy expected = Golden.Array(golden);
        int frames = expected.Shape[^1], features = expected.Count / frames;
        Assert.Equal((frames, features), (actual.Rows, actual.Columns));
        double[] values = expected.Doubles;
        Same([.. Enumerable.Range(0, values.Length).Select(i => values[(i % features * frames) + (i / features)])], actual.Values, share);
    }

    /// <summary>Every number within a share of the largest of those expected.</summary>
    public static void Same(double[] expected, IEnumerable<float> actual, double share) =>
        Same(expected, [.. actual.Select(x => (double)x)], share);

    /// <summary>Every number within a share of the largest of those expected.</summary>
    public static void Same(double[] expected, double[] actual, double share)
    {
        Assert.Equal(expected.Length, actual.Length);
        double largest = expected.Max(Math.Abs), worst = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(double.IsFinite(actual[i]), $"Number {i} is {actual[i]}.");
            worst = Math.Max(worst, Math.Abs(expected[i] - actual[i]));
        }

        Assert.True(worst <= share * largest,
            $"The worst difference is {worst / largest:0.##e0} of the largest number, not {share:0.##e0}.");
    }
}
