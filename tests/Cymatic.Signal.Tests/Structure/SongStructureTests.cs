namespace Cymatic.Signal.Tests;

public sealed class SongStructureTests
{
    private static readonly Lazy<BeatFeatures> Features = new(() => BeatFeatures.Of(GoldenSong()));

    private static readonly Lazy<SongStructure> Structure =
        new(() => SongStructure.Of(Features.Value, new() { Clusters = [2, 3, 5] }));

    [Fact]
    public void Beats_are_librosas() =>
        Assert.Equal(Golden.Array("lap_beats").Doubles, Features.Value.Edges[1..^1].Select(edge => (double)edge));

    [Fact]
    public void Levels_of_beats_are_librosas() => Near.Transposed("lap_Csync", Features.Value.Levels, 2e-3);

    [Fact]
    public void Coefficients_of_beats_are_librosas() => Near.Transposed("lap_Msync", Features.Value.Mfcc, 1e-4);

    [Fact]
    public void Recurrence_is_librosas() =>
        Near.Same(Golden.Array("lap_Rf").Doubles, Structure.Value.Recurrence.ToDense().Values, 2e-3);

    [Fact]
    public void The_mix_is_librosas() => Assert.Equal(Golden.Value("lap_mu"), Structure.Value.Mix, 2e-4);

    [Fact]
    public void Eigenvalues_are_scipys() =>
        Near.Same(Golden.Array("lap_evals").Doubles[..6], Structure.Value.Eigenvalues, 1e-3);

    [Theory]
    [InlineData(2, 0, 41)]
    [InlineData(3, 0, 9, 17, 25, 33, 41)]
    [InlineData(5, 0, 5, 9, 13, 17, 21, 25, 29, 33, 37, 42)]
    public void Segments_begin_at_the_beats_where_librosas_do(int clusters, params int[] beats)
    {
        BeatFeatures features = BeatFeatures.Of(GoldenSounds.OwnSong());
        StructureLevel level = SongStructure.Of(features, new() { Clusters = [clusters] }).Levels.Single();
        Assert.Equal(beats.Select(beat => features.Times[beat]), level.Segments.Select(segment => segment.Start));
    }

    [Fact]
    public void The_sparse_lag_filter_gives_the_numbers_of_the_dense_one()
    {
        RecurrenceOptions options = new() { Width = 3, Mode = RecurrenceMode.Affinity, Symmetric = true };
        DenseMatrix dense = TimeLag.MedianFilter(Recurrence.Of(Features.Value.Levels, options));
        Assert.Equal(dense.Values, Structure.Value.Recurrence.ToDense().Values);
    }

    [Fact]
    public void Segments_cover_the_song_without_gaps()
    {
        Assert.All(Structure.Value.Levels, level =>
        {
            Assert.Equal(0, level.Segments[0].Start);
            Assert.Equal(Features.Value.Duration, level.Segments[^1].End);
            IEnumerable<double> starts = level.Segments.Skip(1).Select(segment => segment.Start);
            Assert.Equal(starts, level.Segments.SkipLast(1).Select(segment => segment.End));
        });
    }

    [Fact]
    public void A_finer_level_keeps_the_names_of_the_coarser_ones_kinds()
    {
        IReadOnlyList<StructureLevel> levels = Structure.Value.Levels;
        int same = levels[0].Labels.Zip(levels[1].Labels).Count(pair => pair.First == pair.Second);
        Assert.True(same >= levels[0].Labels.Length / 2, $"{same} of {levels[0].Labels.Length} names stay.");
    }

    [Fact]
    public void Four_kinds_are_found_in_a_song_of_four() => Assert.Equal(4, SongStructure.Of(Features.Value).Best.Clusters);

    [Fact]
    public void The_same_seed_gives_the_same_segments() => Assert.Equal(
        SongStructure.Of(Features.Value).Best.Segments, SongStructure.Of(Features.Value).Best.Segments);

    [Fact]
    public void Levels_of_a_song_that_is_taken_piece_by_piece_are_those_of_the_whole()
    {
        Sound song = Repeated(GoldenSong(), 5);
        BeatFeatures features = BeatFeatures.Of(song);
        Spectrogram whole = Cqt.Magnitude(song, new() { PerOctave = 36, Bands = 252 });
        var levels = new float[whole.Values.Length];
        Decibels.FromAmplitude(whole.Values, levels, null);
        DenseMatrix expected = FrameSync.Run(new(levels, 252), features.Edges, Aggregate.Median);
        Near.Same([.. expected.Values.Select(x => (double)x)], features.Levels.Values, 1e-3);
    }

    [Fact]
    public void A_sound_in_which_nothing_begins_has_one_stretch_from_start_to_end()
    {
        BeatFeatures features = BeatFeatures.Of(new(new float[44100], 22050));
        Assert.Equal([0, 2], features.Times);
    }

    [Fact]
    public void Too_few_beats_are_refused()
    {
        BeatFeatures features = BeatFeatures.Of(GoldenSong().Slice(0, 40000));
        Assert.InRange(features.Beats, 1, SongStructure.FewestBeats - 1);
        Assert.Throws<ArgumentException>("features", () => SongStructure.Of(features));
    }

    [Fact]
    public void As_many_kinds_as_beats_are_refused() =>
        Assert.Throws<ArgumentException>("options", () => SongStructure.Of(Features.Value, new() { Clusters = [Features.Value.Beats] }));

    [Theory]
    [InlineData]
    [InlineData(1)]
    [InlineData(3, 3)]
    [InlineData(5, 4)]
    public void Numbers_of_kinds_that_do_not_rise_from_two_are_refused(params int[] clusters) =>
        Assert.Throws<ArgumentException>(() => new StructureOptions { Clusters = clusters });

    [Fact]
    public void A_sound_that_is_not_finite_is_refused() =>
        Assert.Throws<ArgumentException>("song", () => BeatFeatures.Of(new(new[] { 0, float.NaN }, 22050)));

    internal static Sound GoldenSong()
    {
        (float[] samples, int rate) = Golden.Sound("song40s_22k.wav");
        return new(samples, rate);
    }

    private static Sound Repeated(Sound song, int times) =>
        new([.. Enumerable.Repeat(song[0].ToArray(), times).SelectMany(samples => samples)], song.SampleRate);
}
