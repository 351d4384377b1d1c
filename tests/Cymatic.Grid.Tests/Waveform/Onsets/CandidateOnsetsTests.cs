using Cymatic.Signal;

namespace Cymatic.Grid.Tests;

public sealed class CandidateOnsetsTests
{
    [Fact]
    public void Every_click_of_a_train_is_found_within_8_ms()
    {
        double[] times = [.. Enumerable.Range(0, 30).Select(k => 0.2 + 0.13 * k)];
        int[] found = Find(Synthetic.Song(4.5, times.Select(t => (new[] { 0.6f, -0.4f, 0.2f }, t, 1f))));
        Assert.All(times, t => Assert.Contains(found, s => Math.Abs((double)s / Synthetic.Rate - t) < 0.008));
    }

    [Fact]
    public void Every_burst_over_a_held_tone_is_found_within_5_ms()
    {
        double[] times = [.. Enumerable.Range(0, 12).Select(k => 0.3 + 0.31 * k)];
        float[] song = Synthetic.Song(4.3, times.Select((t, k) => (Synthetic.Burst(k % 4, 0.2), t, 0.5f)));
        song.Add([.. Enumerable.Range(0, song.Length).Select(n => 0.1f * MathF.Sin(0.05f * n))], 0);
        int[] found = Find(song);
        Assert.All(times, t => Assert.Contains(found, s => Math.Abs((double)s / Synthetic.Rate - t) < 0.005));
    }

    [Fact]
    public void A_low_tone_that_begins_as_noise_ends_is_found_within_30_ms()
    {
        int part = Synthetic.Rate / 5;
        float[] tone = [.. Enumerable.Range(0, part).Select(n => 0.05f * MathF.Sin(0.03f * n))];
        var song = new float[13 * part];
        for (int k = 1; k < 12; k++)
            song.Add(k % 2 == 0 ? tone : Synthetic.Noise(k, part), k * part);
        int[] found = Find(song);
        Assert.All([2, 4, 6, 8, 10], k => Assert.Contains(found, s => Math.Abs(s - k * part) < 0.030 * Synthetic.Rate));
    }

    [Fact]
    public void No_two_candidates_are_nearer_than_30_ms()
    {
        int[] found = Find(Synthetic.Song(3, Enumerable.Range(0, 200).Select(k => (Synthetic.Burst(k, 0.03), 0.0137 * k, 0.5f))));
        Assert.All(found.Zip(found.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 0.030 * Synthetic.Rate - 1));
    }

    [Fact]
    public void What_starts_in_the_last_20_ms_is_no_candidate()
    {
        int[] found = Find(Synthetic.Song(2, [(Synthetic.Burst(1, 0.2), 0.5, 1), (Synthetic.Burst(2, 0.2), 1.99, 1)]));
        Assert.All(found, s => Assert.InRange(s, 0, 1.98 * Synthetic.Rate));
    }

    [Fact]
    public void Silence_has_no_candidates() => Assert.Empty(Find(new float[Synthetic.Rate]));

    private static int[] Find(float[] song) =>
        [.. CandidateOnsets.Find(song.Whitened(), new LogBands(new Sound(song, Synthetic.Rate))).Select(c => c.Sample)];
}
