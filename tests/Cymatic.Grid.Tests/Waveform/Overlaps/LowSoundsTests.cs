using Cymatic.Signal;

namespace Cymatic.Grid.Tests;

public sealed class LowSoundsTests
{
    private const double Slot = 0.2;
    private const int Slots = 48;

    private static readonly int[] s_starts = [.. Enumerable.Range(0, Slots).Select(k => Sample(0.1 + Slot * k))];
    private static readonly int[] s_kicks = [.. s_starts.Where((_, k) => k % 4 == 0)];

    [Fact]
    public void A_bass_drum_under_a_hat_at_every_slot_gets_its_own_row()
    {
        List<WaveformEvent> all = LowSounds.AddTo(Hats(), Song(kick: 0.8f), s_starts, TestContext.Current.CancellationToken);
        int[] added = [.. all.Where(e => e.Label == 1).Select(e => e.Start).Order()];
        Assert.Equal(s_kicks, added, (a, b) => Math.Abs(a - b) < Sample(0.010));
        Assert.Equal(2, all.Select(e => e.Label).Distinct().Count());
    }

    [Fact]
    public void A_bass_drum_under_a_low_melody_is_found_by_its_lowest_octave()
    {
        Sound song = Song(kick: 0.8f);
        float[] mixture = song[0].ToArray();
        foreach ((int start, int k) in s_kicks.Select((start, k) => (start, k)))
            mixture.Add(Note(130 + 8 * (7 * k % 12)), start, gain: 2);
        List<WaveformEvent> all = LowSounds.AddTo(
            Hats(), new Sound(mixture, Synthetic.Rate), s_starts, TestContext.Current.CancellationToken);
        int[] added = [.. all.Where(e => e.Label == 1).Select(e => e.Start).Order()];
        Assert.Equal(s_kicks, added, (a, b) => Math.Abs(a - b) < Sample(0.010));
    }

    [Fact]
    public void Where_no_bass_drum_plays_none_is_added() =>
        Assert.Equal(Hats(), LowSounds.AddTo(Hats(), Song(kick: 0), s_starts, TestContext.Current.CancellationToken));

    [Fact]
    public void A_bass_drum_that_has_a_row_gets_no_other()
    {
        List<WaveformEvent> known = [.. Hats(), .. s_kicks.Select(start => new WaveformEvent(start, 1, null))];
        Assert.Equal(known, LowSounds.AddTo(known, Song(kick: 0.8f), s_starts, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void No_two_rows_that_it_adds_play_together()
    {
        float[] rumble = Synthetic.Noise(7, Sample(0.3 + Slot * Slots));
        List<WaveformEvent> all = LowSounds.AddTo(
            Hats(), new Sound(rumble, Synthetic.Rate), s_starts, TestContext.Current.CancellationToken);
        int[][] rows = [.. all.Where(e => e.Label > 0).GroupBy(e => e.Label).Select(row => row.Select(e => e.Start).ToArray())];
        foreach ((int i, int[] row) in rows.Index())
            Assert.All(rows[(i + 1)..], other => Assert.True(Together(row, other) < 0.4));
    }

    [Fact]
    public void A_rate_without_room_for_the_low_band_changes_nothing()
    {
        List<WaveformEvent> one = [new WaveformEvent(0, 0, null)];
        var song = new Sound(Synthetic.Noise(1, 3000), 3000);
        int[] onsets = [.. Enumerable.Range(0, 10).Select(k => 300 * k)];
        Assert.Equal(one, LowSounds.AddTo(one, song, onsets, TestContext.Current.CancellationToken));
    }

    private static double Together(int[] a, int[] b)
    {
        int common = a.Count(x => b.Any(y => Math.Abs(x - y) <= Sample(0.030)));
        return (double)common / (a.Length + b.Length - common);
    }

    private static List<WaveformEvent> Hats() => [.. s_starts.Select(start => new WaveformEvent(start, 0, null))];

    private static Sound Song(float kick)
    {
        float[] hat = Synthetic.Burst(1, 0.15), drum = Kick();
        float[] song = Synthetic.Noise(2, Sample(0.3 + Slot * Slots), 0.001f);
        foreach (int start in s_starts)
            song.Add(hat, start, 0.5f);
        foreach (int start in s_kicks)
            song.Add(drum, start, kick);
        return new Sound(song, Synthetic.Rate);
    }

    /// <summary>A sine that falls from 140 to 55 Hz and dies away.</summary>
    private static float[] Kick()
    {
        var drum = new float[Sample(0.18)];
        double phase = 0;
        for (int n = 0; n < drum.Length; n++)
        {
            double t = (double)n / Synthetic.Rate;
            phase += 2 * Math.PI * (55 + 85 * Math.Exp(-t / 0.03)) / Synthetic.Rate;
            drum[n] = (float)(Math.Sin(phase) * Math.Exp(-t / 0.05));
        }

        return drum;
    }

    private static float[] Note(double hz) =>
        [.. Enumerable.Range(0, Sample(0.4)).Select(n => (double)n / Synthetic.Rate)
            .Select(t => (float)(Math.Sin(2 * Math.PI * hz * t) * Math.Min(1, t / 0.005) * Math.Exp(-t / 0.07)))];

    private static int Sample(double seconds) => (int)Math.Round(seconds * Synthetic.Rate);
}
