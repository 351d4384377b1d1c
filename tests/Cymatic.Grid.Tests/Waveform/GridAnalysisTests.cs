using System.Text.Json;
using Cymatic.Media;
using Cymatic.Signal;

namespace Cymatic.Grid.Tests;

public sealed class GridAnalysisTests
{
    [Theory]
    [InlineData("drums-and-bells", 0.98, 0.98)]
    [InlineData("bass-under-drums", 0.8, 0.95)]
    public void A_song_made_of_samples_is_told_apart_by_waveform(string name, double leastF1, double leastAri)
    {
        SoundGrid grid = GridAnalysis.Analyse(Song(name), new GridOptions());
        GridScore score = GridScore.Of(grid, TruthFile(name));
        Assert.Equal("waveform", grid.Method);
        Assert.True(score.OnsetF1 >= leastF1 && score.Ari >= leastAri, $"{score}");
    }

    [Fact]
    public void The_demo_song_is_told_apart_by_waveform()
    {
        SoundGrid grid = GridAnalysis.Analyse(AudioFile.Read(Repository.File("examples", "demo-song.flac")), new GridOptions());
        GridScore score = GridScore.Of(grid, Repository.File("examples", "demo-song.truth.json"));
        Assert.Equal("waveform", grid.Method);
        Assert.True(score is { OnsetF1: >= 0.8, Ari: >= 0.9 }, $"{score}");
    }

    [Fact]
    public void A_song_that_never_repeats_a_waveform_is_told_apart_by_timbre()
    {
        SoundGrid grid = GridAnalysis.Analyse(Song("never-the-same"), new GridOptions());
        GridScore score = GridScore.Of(grid, TruthFile("never-the-same"));
        Assert.Equal("timbre", grid.Method);
        Assert.True(score is { OnsetF1: >= 0.9, Ari: >= 0.9 }, $"{score}");
    }

    [Fact]
    public void Told_onsets_are_used_and_no_others()
    {
        // Every second of the natural ones, and places amid sounds where nobody would look for one.
        double[] natural = [.. GridScore.Truth(TruthFile("drums-and-bells")).Select(e => e.Onset).Distinct().Order()];
        double[] told = [.. natural.Where((_, i) => i % 2 == 0).SelectMany(t => new[] { t, t + 0.11 }).Order()];
        SoundGrid grid = GridAnalysis.Analyse(Song("drums-and-bells"), new GridOptions { Method = GridMethod.Waveform, Onsets = told });
        double[] found = [.. grid.Events.Select(e => e.Onset).Order()];
        Assert.Equal(told.Length, found.Length);
        Assert.All(found.Zip(told), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 0.040));
    }

    [Fact]
    public void The_same_song_gives_the_same_grid()
    {
        Sound song = Song("bass-under-drums");
        byte[] Bytes() => JsonSerializer.SerializeToUtf8Bytes(GridAnalysis.Analyse(song, new GridOptions()) with { Background = null });
        Assert.Equal(Bytes(), Bytes());
    }

    [Fact]
    public void A_song_in_which_no_waveform_comes_again_has_no_more_blocks_than_starts()
    {
        const int starts = 120;
        float[] song = Synthetic.Song(
            0.25 * starts + 1, Enumerable.Range(0, starts).Select(k => (Synthetic.Burst(k, 0.3), 0.1 + 0.25 * k, 1f)));
        SoundGrid grid = GridAnalysis.Analyse(new Sound(song, Synthetic.Rate), new GridOptions { Method = GridMethod.Waveform });
        Assert.InRange(grid.Events.Count, 1, starts);
    }

    [Fact]
    public void A_song_and_its_copy_have_the_rows_of_the_song_and_each_block_twice()
    {
        Sound song = AudioFile.Read(Repository.File("examples", "demo-song.flac"));
        var twice = new Sound([.. Enumerable.Range(0, song.Channels).Select(c => (float[])[.. song[c], .. song[c]])], song.SampleRate);
        SoundGrid once = GridAnalysis.Analyse(song, new GridOptions()), grid = GridAnalysis.Analyse(twice, new GridOptions());
        Assert.InRange(grid.Sounds.Count, once.Sounds.Count - 2, once.Sounds.Count + 2);
        Assert.InRange(grid.Events.Count, 1.7 * once.Events.Count, 2.1 * once.Events.Count);
        Assert.All(grid.Sounds.Index(), row => Assert.Equal(
            grid.Events.Count(e => e.Row == row.Index && e.Onset < song.Duration - 0.02),
            grid.Events.Count(e => e.Row == row.Index && e.Onset >= song.Duration - 0.02)));
    }

    [Fact]
    public void A_song_repeats_at_seven_channels()
    {
        float[][] bursts = [.. Enumerable.Range(0, 3).Select(k => Synthetic.Burst(k, 0.3))];
        (float[] Wave, double At, float Gain)[] places = [.. Enumerable.Range(0, 18).Select(k => (bursts[k * 7 % 3], 0.2 + 0.4 * k, 1f))];
        float[] Channel(int c) => Synthetic.Song(8, places.Select(p => (p.Wave, p.At, 0.1f * (c + 1))));
        var song = new Sound([.. Enumerable.Range(0, 7).Select(Channel)], Synthetic.Rate);
        SoundGrid grid = GridAnalysis.Analyse(song, new GridOptions());
        Assert.Equal(3, grid.Sounds.Count);
        Assert.Equal(places.Select(p => p.At), grid.Events.Select(e => e.Onset), (a, b) => Math.Abs(a - b) < 0.01);
    }

    [Fact]
    public void A_held_tone_is_one_row_of_one_block_or_two()
    {
        Sound song = new([.. Enumerable.Range(0, 4 * Synthetic.Rate).Select(n => 0.3f * MathF.Sin(0.125f * n))], Synthetic.Rate);
        SoundGrid grid = GridAnalysis.Analyse(song, new GridOptions());
        Assert.Single(grid.Sounds);
        Assert.InRange(grid.Events.Count, 1, 2);
        AssertSensible(grid);
    }

    [Fact]
    public void A_sound_whose_start_was_cut_off_is_one_block()
    {
        float[] ringing = [.. Enumerable.Range(0, 3 * Synthetic.Rate).Select(n => 0.3f * MathF.Exp(-1e-4f * n) * MathF.Cos(0.3f * n))];
        var song = new Sound(ringing, Synthetic.Rate);
        Assert.Equal(0, Assert.Single(GridAnalysis.Analyse(song, new GridOptions()).Events).Onset, 0.01);
    }

    [Fact]
    public void Silence_has_no_rows_and_a_remark()
    {
        SoundGrid grid = GridAnalysis.Analyse(new Sound(new float[Synthetic.Rate], Synthetic.Rate), new GridOptions());
        Assert.Empty(grid.Sounds);
        Assert.Empty(grid.Events);
        Assert.Single(grid.Remarks);
    }

    [Theory]
    [InlineData(0.050, 1, 22050)]
    [InlineData(0.050, 7, 48000)]
    [InlineData(0.001, 2, 44100)]
    [InlineData(0.300, 1, 384000)]
    [InlineData(2, 1, 2000)]
    public void Any_length_channels_and_rate_give_a_sensible_grid(double seconds, int channels, int rate)
    {
        int length = (int)(seconds * rate);
        var song = new Sound([.. Enumerable.Range(0, channels).Select(c => Synthetic.Noise(c, length))], rate);
        foreach (GridMethod method in new[] { GridMethod.Auto, GridMethod.Waveform, GridMethod.Timbre })
            AssertSensible(GridAnalysis.Analyse(song, new GridOptions { Method = method }));
    }

    [Theory]
    [InlineData(GridMethod.Waveform)]
    [InlineData(GridMethod.Timbre)]
    public void Overlapping_noise_gives_a_sensible_grid(GridMethod method)
    {
        var random = new Random(4);
        float[][] bursts = [.. Enumerable.Range(0, 4).Select(k => Synthetic.Burst(k, 0.5))];
        float[] song = Synthetic.Song(8, Enumerable.Range(0, 50).Select(_ => (bursts[random.Next(4)], 7.8 * random.NextDouble(), 0.5f)));
        AssertSensible(GridAnalysis.Analyse(new Sound(song, Synthetic.Rate), new GridOptions { Method = method }));
    }

    [Fact]
    public void A_cancelled_analysis_ends()
    {
        Sound song = Song("bass-under-drums");
        var cancelled = new CancellationToken(canceled: true);
        Assert.ThrowsAny<OperationCanceledException>(() => GridAnalysis.Analyse(song, new GridOptions(), cancel: cancelled));
    }

    [Fact]
    public void An_analysis_that_is_cancelled_midway_ends()
    {
        using var source = new CancellationTokenSource();
        var midway = new Immediately(value => { if (value >= 0.5) source.Cancel(); });
        Assert.ThrowsAny<OperationCanceledException>(
            () => GridAnalysis.Analyse(Song("bass-under-drums"), new GridOptions(), midway, source.Token));
    }

    [Fact]
    public void Progress_rises_to_1()
    {
        var reports = new List<double>();
        _ = GridAnalysis.Analyse(Song("drums-and-bells"), new GridOptions(), new Immediately(reports.Add));
        Assert.Equal(reports.Order(), reports);
        Assert.Equal(1, reports[^1]);
    }

    private static Sound Song(string name) => AudioFile.Read(Repository.File("tests", "data", "songs", $"{name}.flac"));

    private static string TruthFile(string name) => Repository.File("tests", "data", "songs", $"{name}.truth.json");

    private static void AssertSensible(SoundGrid grid)
    {
        Assert.True(grid.Bpm is null or > 0 and < 10_000);
        Assert.True(double.IsFinite(grid.FirstBeat));
        Assert.All(grid.Sounds, sound => Assert.True(double.IsFinite(sound.CentroidHz)));
        Assert.Equal(grid.Sounds.Count, grid.Sounds.Select(sound => sound.Name).Distinct().Count());
        Assert.All(grid.Events, block =>
        {
            Assert.InRange(block.Onset, 0, grid.Duration);
            Assert.InRange(block.Offset, block.Onset + 1e-9, grid.Duration + 1e-9);
            Assert.InRange(block.Row, 0, grid.Sounds.Count - 1);
            Assert.True(double.IsFinite(block.LevelDb));
        });
    }

    private sealed class Immediately(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
