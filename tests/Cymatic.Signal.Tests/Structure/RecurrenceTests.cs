namespace Cymatic.Signal.Tests;

public sealed class RecurrenceTests
{
    private static readonly Lazy<DenseMatrix> EverySecond = new(() =>
    {
        Npy chroma = Golden.Array("chroma_cqt");
        float[] values = chroma.Floats;
        int frames = chroma.Shape[1];
        return DenseMatrix.From((frames + 1) / 2, chroma.Shape[0], (t, c) => values[(c * frames) + (2 * t)]);
    });

    [Fact]
    public void Affinity_is_librosas() => Near.Transposed(
        "recurrence_affinity", Recurrence.Of(EverySecond.Value, new() { Width = 3, Symmetric = true, Mode = RecurrenceMode.Affinity }),
            1e-4);

    [Fact]
    public void Affinity_of_a_songs_beats_is_librosas() => Near.Transposed(
        "lap_R", Recurrence.Of(Beats(), new() { Width = 3, Symmetric = true, Mode = RecurrenceMode.Affinity }), 1e-4);

    /// <remarks>librosa 0.11 keeps any k of the links beside the diagonal, for in this mode all of its distances are one; we keep the
    /// nearest.</remarks>
    [Fact]
    public void Connectivity_is_librosas_but_for_a_few_links()
    {
        float[] expected = Golden.Array("recurrence_connectivity").Floats;
        float[] ours = Recurrence.Of(EverySecond.Value, new() { Width = 3, Symmetric = true }).Values;
        Assert.Equal(expected.Length, ours.Length);
        Assert.InRange(expected.Zip(ours).Count(pair => pair.First != pair.Second), 0, expected.Length * 0.06);
    }

    [Fact]
    public void Connectivity_is_where_affinity_is()
    {
        RecurrenceOptions options = new() { Width = 3, Symmetric = true };
        float[] links = Recurrence.Of(EverySecond.Value, options).Values;
        float[] affinity = Recurrence.Of(EverySecond.Value, options with { Mode = RecurrenceMode.Affinity }).Values;
        Assert.Equal(links.Select(v => v > 0), affinity.Select(v => v > 0));
    }

    [Theory]
    [InlineData("recurrence_affinity", "timelag_median")]
    [InlineData("lap_R", "lap_Rf")]
    public void The_time_lag_median_is_librosas(string input, string output)
    {
        Npy affinity = Golden.Array(input);
        Near.Same(Golden.Array(output).Doubles, TimeLag.MedianFilter(new(affinity.Floats, affinity.Shape[1])).Values, 1e-6);
    }

    [Fact]
    public void Lags_and_back_are_the_same_matrix()
    {
        DenseMatrix matrix = DenseMatrix.From(5, 5, (i, j) => (10 * i) + j);
        Assert.Equal(matrix.Values, TimeLag.ToRecurrence(TimeLag.FromRecurrence(matrix)).Values);
    }

    [Fact]
    public void Equal_observations_are_linked()
    {
        DenseMatrix same = DenseMatrix.From(20, 1, (i, _) => i % 5);
        DenseMatrix affinity = Recurrence.Of(same, new() { Neighbours = 3, Mode = RecurrenceMode.Affinity });
        Assert.Equal(1, affinity[0, 5]);
    }

    [Theory]
    [InlineData(BandwidthRule.MeanFarthest)]
    [InlineData(BandwidthRule.GeometricFarthest)]
    [InlineData(BandwidthRule.MeanAverage)]
    [InlineData(BandwidthRule.GeometricAverage)]
    [InlineData(BandwidthRule.MeanAverageAndPair)]
    public void Affinity_falls_with_distance_by_every_rule(BandwidthRule rule)
    {
        DenseMatrix line = DenseMatrix.From(12, 1, (i, _) => i);
        DenseMatrix affinity = Recurrence.Of(line, new() { Neighbours = 4, Mode = RecurrenceMode.Affinity, Rule = rule });
        Assert.True(affinity[4, 5] > affinity[3, 5] && affinity[3, 5] > 0);
    }

    /// <remarks>tests/data/librosa-0.11.0/make_recurrence.py.</remarks>
    [Theory]
    [InlineData(BandwidthRule.MedianFarthest, "med_k_scalar")]
    [InlineData(BandwidthRule.MeanFarthest, "mean_k")]
    [InlineData(BandwidthRule.GeometricFarthest, "gmean_k")]
    [InlineData(BandwidthRule.MeanAverage, "mean_k_avg")]
    [InlineData(BandwidthRule.GeometricAverage, "gmean_k_avg")]
    [InlineData(BandwidthRule.MeanAverageAndPair, "mean_k_avg_and_pair")]
    public void Affinity_is_librosas_by_every_rule(BandwidthRule rule, string name) => Near.Same(
        Librosa("recurrence_" + name),
        Recurrence.Of(Every(0), new() { Neighbours = 5, Mode = RecurrenceMode.Affinity, Rule = rule }).Values, 1e-5);

    [Fact]
    public void Distances_are_librosas() => Near.Same(
        Librosa("recurrence_distance"),
        Recurrence.Of(Every(0), new() { Width = 3, Symmetric = true, Mode = RecurrenceMode.Distance }).Values, 1e-5);

    [Fact]
    public void Affinity_with_itself_over_a_bandwidth_is_librosas() => Near.Same(
        Librosa("recurrence_self"),
        Recurrence.Of(Every(0), new() { Neighbours = 5, Mode = RecurrenceMode.Affinity, Bandwidth = 20, Self = true }).Values, 1e-5);

    [Theory]
    [InlineData(RecurrenceMode.Connectivity)]
    [InlineData(RecurrenceMode.Distance)]
    [InlineData(RecurrenceMode.Affinity)]
    public void Cross_similarity_is_librosas(RecurrenceMode mode) => Near.Same(
        Librosa("cross_" + mode.ToString().ToLowerInvariant()),
        Recurrence.Cross(Every(1), Every(0), new() { Neighbours = 5, Mode = mode }).Values, 1e-5);

    [Fact]
    public void Cross_similarity_of_a_matrix_with_itself_has_ones_on_its_diagonal()
    {
        DenseMatrix cross = Recurrence.Cross(EverySecond.Value, EverySecond.Value, new() { Mode = RecurrenceMode.Affinity });
        Assert.All(Enumerable.Range(0, cross.Rows), i => Assert.Equal(1, cross[i, i]));
    }

    [Fact]
    public void Too_few_observations_are_refused_with_their_number()
    {
        var refusal = Assert.Throws<ArgumentException>(() => Recurrence.Of(new(new float[12], 2), new() { Width = 3 }));
        Assert.Contains("6 rows of 2 numbers are too few", refusal.Message, StringComparison.Ordinal);
    }

    private static double[] Librosa(string name) => Npy.Read(Repository.File("tests", "data", "librosa-0.11.0", name + ".npy")).Doubles;

    /// <summary>Every second beat.</summary>
    private static DenseMatrix Every(int first)
    {
        DenseMatrix beats = Beats(Npy.Read(Repository.OwnGolden("lap_Csync.npy")));
        return DenseMatrix.From(beats.Rows / 2, beats.Columns, (row, column) => beats[(2 * row) + first, column]);
    }

    internal static DenseMatrix Beats() => Beats(Golden.Array("lap_Csync"));

    private static DenseMatrix Beats(Npy synchronised) => new DenseMatrix(synchronised.Floats, synchronised.Shape[1]).Transposed();

    [Theory]
    [InlineData(RecurrenceMode.Connectivity, false)]
    [InlineData(RecurrenceMode.Affinity, true)]
    public void A_sparse_matrix_has_the_links_of_the_dense_one(RecurrenceMode mode, bool self)
    {
        var random = new Random(3);
        DenseMatrix observations = DenseMatrix.From(60, 4, (_, _) => random.NextDouble());
        RecurrenceOptions options = new() { Width = 2, Mode = mode, Symmetric = true, Self = self };
        Assert.Equal(Recurrence.Of(observations, options).Values, Recurrence.SparseOf(observations, options).ToDense().Values);
    }
}
