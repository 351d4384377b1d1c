namespace Cymatic.Signal.Tests;

public sealed class NearestNeighboursTests
{
    private static readonly Lazy<(DenseMatrix Even, DenseMatrix Odd)> Spectra = new(() =>
    {
        double[] samples = [.. Golden.Sound("signal5s_22k.wav").Samples[8000..24000].Select(x => x * 32768.0)];
        Spectrogram density = PowerDensity.Spectrogram<double>(samples, 16000,
            new() { SegmentLength = 512, Overlap = 440, Detrend = Detrend.Mean });
        DenseMatrix Every(int first) => DenseMatrix.From((density.Frames + 1 - first) / 2, density.Bins,
            (row, bin) => density[(2 * row) + first, bin]);
        return (Every(0), Every(1));
    });

    [Fact]
    public void Neighbours_are_scikit_learns()
    {
        Neighbours found = NearestNeighbours.Find(Spectra.Value.Even, Spectra.Value.Odd, 3);
        Assert.Equal(Golden.Array("nn_idx").Integers, found.Indices);
        double[] expected = Golden.Array("nn_dist").Doubles;
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], found.Distances[i], 1e-5 * expected[i]);
    }

    [Fact]
    public void The_nearest_are_those_of_sorting_all_distances()
    {
        var random = new Random(3);
        DenseMatrix points = DenseMatrix.From(57, 19, (_, _) => random.NextDouble());
        Neighbours found = NearestNeighbours.Find(points, points, 8);
        for (int q = 0; q < 57; q++)
        {
            double Distance(int i) => Enumerable.Range(0, 19).Sum(c => Math.Pow(points[i, c] - points[q, c], 2));
            Assert.Equal(Enumerable.Range(0, 57).OrderBy(Distance).Take(8), found.Indices.Skip(8 * q).Take(8));
        }
    }

    [Fact]
    public void Queries_with_other_features_are_refused() =>
        Assert.Throws<ArgumentException>(() => NearestNeighbours.Find(new([1, 2], 1), new([1, 2], 2), 1));
}
