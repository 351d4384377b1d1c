namespace Cymatic.Signal.Tests;

public sealed class FrameSyncTests
{
    [Fact]
    public void The_median_of_levels_between_beats_is_librosas()
    {
        Spectrogram cqt = Cqt.Magnitude(GoldenSounds.Song(), new() { Bands = 252, PerOctave = 36 });
        var levels = new float[cqt.Values.Length];
        Decibels.FromAmplitude(cqt.Values, levels, reference: null);
        Near.Transposed("lap_Csync", FrameSync.Run(new(levels, cqt.Bins), Golden.Array("lap_beats").Integers, Aggregate.Median), 1e-4);
    }

    [Fact]
    public void The_mean_of_Mfcc_between_beats_is_librosas() =>
        Near.Transposed("lap_Msync", FrameSync.Run(Mfcc.Of(GoldenSounds.Song()), Golden.Array("lap_beats").Integers), 1e-4);

    [Fact]
    public void Boundaries_are_sorted_single_and_within_the_frames() => Assert.Equal([0, 3, 5, 9], FrameSync.Fix([5, 3, 3, 20, 0], 9));

    [Fact]
    public void The_median_of_two_is_their_mean() =>
        Assert.Equal([2f, 7f], FrameSync.Run(new([1, 7, 3, 7], 2), [], Aggregate.Median).Values);

    [Fact]
    public void The_median_of_many_columns_is_that_of_sorting()
    {
        var random = new Random(7);
        DenseMatrix frames = DenseMatrix.From(11, 37, (_, _) => random.NextDouble());
        float[] median = FrameSync.Run(frames, [], Aggregate.Median).Values;
        for (int c = 0; c < 37; c++)
            Assert.Equal(Enumerable.Range(0, 11).Select(r => frames[r, c]).Order().ElementAt(5), median[c]);
    }

    [Fact]
    public void A_negative_boundary_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => FrameSync.Fix([-1], 4));
}
