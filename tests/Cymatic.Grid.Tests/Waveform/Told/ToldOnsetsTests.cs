using Cymatic.Signal;

namespace Cymatic.Grid.Tests;

public sealed class ToldOnsetsTests
{
    private static readonly float[][] Bursts = [.. Enumerable.Range(0, 3).Select(k => Synthetic.Burst(k, 0.3))];

    [Fact]
    public void What_never_comes_again_moves_to_the_rise_near_it()
    {
        ToldOnsets told = Told(Synthetic.Song(2, [(Bursts[0], 0.5, 1), (Bursts[1], 1.2, 1)]), 0.51, 1.19);
        Assert.Equal([0.5, 1.2], told.Moments.Select(m => Seconds(m.Place)), (a, b) => Math.Abs(a - b) < 0.003);
    }

    [Fact]
    public void Playings_of_one_sound_are_aligned_to_the_sample_however_inexact_their_times_are()
    {
        double[] times = [.. Enumerable.Range(0, 8).Select(k => 0.3 + 0.4 * k)];
        var random = new Random(2);
        ToldOnsets told = Told(
            Synthetic.Song(4, times.Select(t => (Bursts[0], t, 1f))), [.. times.Select(t => t + 0.03 * random.NextDouble() - 0.015)]);
        int[] off = [.. told.Moments.Select((m, i) => m.Place - (int)Math.Round(times[i] * Synthetic.Rate))];
        Assert.Single(off.Distinct());
        Assert.InRange(off[0], -0.003 * Synthetic.Rate, 0.003 * Synthetic.Rate);
    }

    [Fact]
    public void Times_outside_of_the_song_are_left_out() =>
        Assert.Single(Told(Synthetic.Song(1, [(Bursts[0], 0.5, 1)]), -1, 0.5, 1, 5).Moments);

    [Fact]
    public void Times_within_30_ms_are_one_moment_of_as_many_notes()
    {
        ToldOnsets told = Told(Synthetic.Song(2, [(Bursts[0], 0.5, 1), (Bursts[1], 1.2, 1)]), 0.5, 0.5, 0.52, 1.2);
        Assert.Equal([3, 1], told.Moments.Select(m => m.Notes));
        Assert.True(told.HasChords);
    }

    [Fact]
    public void A_roll_of_notes_is_not_one_moment() =>
        Assert.Equal([[0, 25], [40, 65], [80]], ToldOnsets.Together([0, 25, 40, 65, 80], 30));

    [Fact]
    public void Exact_times_come_back_as_they_were_told()
    {
        (double At, int Sound)[] song = Song(24);
        SoundGrid grid = Grid(song, [.. song.Select(p => p.At)]);
        Assert.Equal(song.Select(p => p.At), grid.Events.Select(e => e.Onset), (a, b) => Math.Abs(a - b) < 1e-4);
        Assert.Equal(3, grid.Sounds.Count);
    }

    [Fact]
    public void Two_notes_at_a_time_are_two_blocks()
    {
        (double At, int Sound)[] one = Song(24);
        (double At, int Sound)[] song = [.. one, .. one.Where((_, k) => k % 4 == 0).Select(p => (p.At, (p.Sound + 1) % 3))];
        SoundGrid grid = Grid(song, [.. song.Select(p => p.At)]);
        Assert.Equal(song.Length, grid.Events.Count);
    }

    [Fact]
    public void What_has_no_block_is_said()
    {
        (double At, int Sound)[] song = Song(12);
        SoundGrid grid = Grid(song, [.. song.Select(p => p.At), 0.2, 99]);
        Assert.Equal(12, grid.Events.Count);
        Assert.Contains(grid.Remarks, r => r.StartsWith("1 of the 14 onsets lie outside", StringComparison.Ordinal));
        Assert.Contains(grid.Remarks, r => r.StartsWith("1 of the 14 onsets have no block of their own", StringComparison.Ordinal));
    }

    // In no pattern: what comes again as a whole may be a recorded loop.
    private static (double At, int Sound)[] Song(int notes)
    {
        var random = new Random(5);
        return [.. Enumerable.Range(0, notes).Select(k => (0.2 + 0.25 * k, random.Next(3)))];
    }

    private static SoundGrid Grid(IEnumerable<(double At, int Sound)> song, double[] told)
    {
        float[] samples = Synthetic.Song(7, song.Select(p => (Bursts[p.Sound], p.At, 0.5f)));
        return GridAnalysis.Analyse(new Sound(samples, Synthetic.Rate), new GridOptions { Onsets = told });
    }

    private static ToldOnsets Told(float[] song, params double[] seconds) =>
        ToldOnsets.Of(seconds, song.Whitened(), CancellationToken.None);

    private static double Seconds(int sample) => (double)sample / Synthetic.Rate;
}
