using Cymatic.Signal;

namespace Cymatic.Grid.Tests;

public sealed class NmfMethodTests
{
    private const int Rate = 22050;

    [Fact]
    public void Notes_that_take_turns_are_rows_of_their_own()
    {
        // Two notes in turns, an eighth each, at 120 beats a minute.
        Sound song = Song(8, t => Math.Sin(2 * Math.PI * ((int)(t / 0.25) % 2 == 0 ? 300 : 2000) * t));
        var options = new NmfOptions { Components = 2, Bpm = 120, FrameQuantile = 0, ActiveQuantile = 0.5 };
        SoundGrid grid = NmfMethod.Analyse(song, options).Grid;
        Assert.Equal(2, grid.Sounds.Count);
        Assert.True(grid.Sounds[0].CentroidHz > grid.Sounds[1].CentroidHz);
        foreach (GridEvent block in grid.Events.Where(block => block.Row == 0 && block.Offset - block.Onset > 0.1))
            Assert.Equal(0.25, Math.Abs(block.Onset % 0.5), 0.13);
    }

    [Fact]
    public void Components_are_sorted_by_their_peak()
    {
        Sound song = Song(6, t => Math.Sin(2 * Math.PI * (200 * (1 + (int)(t / 0.5) % 5)) * t));
        NmfAnalysis analysis = NmfMethod.Analyse(song, new NmfOptions { Components = 5, Bpm = 120 });
        int bands = analysis.Mel.Bins;
        IEnumerable<float[]> components = Enumerable.Range(0, 5).Select(t => analysis.Components[(t * bands)..((t + 1) * bands)]);
        int[] peaks = [.. components.Select(component => Array.IndexOf(component, component.Max()))];
        Assert.Equal(peaks.Order(), peaks);
    }

    [Fact]
    public void Frames_are_a_fraction_of_a_beat()
    {
        NmfAnalysis analysis = NmfMethod.Analyse(Song(4, t => Math.Sin(2 * Math.PI * 440 * t)), new NmfOptions { Bpm = 100, PerBeat = 4 });
        Assert.Equal(0.15, analysis.FrameSeconds, 1.0 / Rate);
    }

    [Fact]
    public void The_tempo_is_estimated_when_it_is_not_told()
    {
        var random = new Random(3);
        Sound song = Song(12, t => Math.Exp(-60 * (t % 0.5)) * (2 * random.NextDouble() - 1));
        Assert.Equal(120, NmfMethod.Analyse(song).Grid.Bpm!.Value, 4.0);
    }

    [Fact]
    public void Silence_has_no_rows() => Assert.Empty(NmfMethod.Analyse(Song(1, _ => 0)).Grid.Sounds);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(40, 1)]
    [InlineData(1102, 22050)]
    [InlineData(19200, 384000)]
    public void Any_length_and_rate_gives_a_grid(int length, int rate)
    {
        var random = new Random(1);
        var song = new Sound([.. Enumerable.Range(0, length).Select(_ => random.NextSingle() - 0.5f)], rate);
        SoundGrid grid = NmfMethod.Analyse(song).Grid;
        Assert.All(grid.Events, block => Assert.InRange(block.Offset, block.Onset, grid.Duration));
    }

    private static Sound Song(double seconds, Func<double, double> at) =>
        new([.. Enumerable.Range(0, (int)(seconds * Rate)).Select(i => 0.4f * (float)at((double)i / Rate))], Rate);
}
