namespace Cymatic.Signal.Tests;

public sealed class KMeansTests
{
    [Fact]
    public void Inertia_is_scikit_learns_or_less()
    {
        Npy mfcc = Golden.Array("mfcc");
        DenseMatrix observations = new DenseMatrix(mfcc.Floats, mfcc.Shape[1]).Transposed();
        Clusters clusters = KMeans.Fit(observations, 5, new() { Restarts = 20 });
        double expected = Golden.Value("kmeans5_mfcc", "inertia");
        Assert.InRange(clusters.Inertia, 0.95 * expected, 1.001 * expected);
    }

    /// <remarks>McFee and Ellis's last steps: eigenvectors, a median of nine, cumulative normalisation, k-means.</remarks>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Segments_of_a_song_have_scikit_learns_inertia(int k)
    {
        DenseMatrix smooth = Medians.AlongRows(Laplacian.Smallest(LaplacianTests.Affinity(), k).Vectors, 9);
        DenseMatrix rows = DenseMatrix.From(smooth.Rows, k, (i, c) =>
            smooth[i, c] / Math.Sqrt(Enumerable.Range(0, k).Sum(j => (double)smooth[i, j] * smooth[i, j])));
        double expected = Golden.Value($"lap_k{k}", "inertia");
        Assert.InRange(KMeans.Fit(rows, k, new() { Restarts = 20 }).Inertia, 0.99 * expected, 1.001 * expected);
    }

    [Fact]
    public void Clouds_far_apart_are_clusters()
    {
        var random = new Random(8);
        DenseMatrix clouds = DenseMatrix.From(60, 2, (i, c) => (i / 20 * 10) + random.NextDouble());
        int[] labels = KMeans.Fit(clouds, 3).Labels;
        Assert.Equal(Enumerable.Range(0, 60).Select(i => i / 20), labels);
    }

    [Fact]
    public void The_same_seed_finds_the_same_clusters()
    {
        var random = new Random(9);
        DenseMatrix noise = DenseMatrix.From(100, 4, (_, _) => random.NextDouble());
        Assert.Equal(KMeans.Fit(noise, 7, new() { Seed = 3 }).Centres.Values, KMeans.Fit(noise, 7, new() { Seed = 3 }).Centres.Values);
    }

    [Fact]
    public void Observations_all_alike_are_clusters_without_inertia() =>
        Assert.Equal(0, KMeans.Fit(DenseMatrix.From(9, 2, (_, _) => 4), 3).Inertia);

    [Fact]
    public void As_many_clusters_as_observations_have_no_inertia() =>
        Assert.Equal(0, KMeans.Fit(DenseMatrix.From(6, 1, (i, _) => i * i), 6).Inertia, 1e-9);

    [Fact]
    public void More_clusters_than_observations_are_refused_with_both_numbers()
    {
        var refusal = Assert.Throws<ArgumentException>(() => KMeans.Fit(new(new float[4], 2), 3));
        Assert.Contains("2 rows of 2 numbers are too few: at least 3", refusal.Message, StringComparison.Ordinal);
    }
}
