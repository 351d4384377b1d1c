using Cymatic.Signal;

namespace Cymatic.Grid.Tests;

public sealed class TimbreMethodTests
{
    private const int Rate = 22050;

    [Fact]
    public void Sounds_that_never_repeat_a_waveform_share_a_row_when_they_sound_alike()
    {
        (Sound song, int[] truth, double[] onsets) = Played(seed: 1);
        SoundGrid grid = TimbreMethod.Analyse(song);
        Assert.Equal(3, grid.Sounds.Count);
        Assert.Equal(onsets.Length, grid.Events.Count);
        int[] rows = [.. grid.Events.Select(block => block.Row)];
        for (int i = 0; i < truth.Length; i++)
        {
            Assert.Equal(onsets[i], grid.Events[i].Onset, 0.03);
            for (int j = 0; j < i; j++)
                Assert.Equal(truth[i] == truth[j], rows[i] == rows[j]);
        }
    }

    [Fact]
    public void Told_onsets_are_kept()
    {
        (Sound song, _, double[] onsets) = Played(seed: 2);
        SoundGrid grid = TimbreMethod.Analyse(song, new TimbreOptions { Onsets = [.. onsets, 1e6, -3] });
        Assert.Equal(onsets.Length, grid.Events.Count);
        for (int i = 0; i < onsets.Length; i++)
            Assert.Equal(onsets[i], grid.Events[i].Onset, 1.0 / Rate);
    }

    [Fact]
    public void It_does_not_matter_how_loud_a_sound_plays()
    {
        (Sound song, _, _) = Played(seed: 3, spreadDb: 10);
        Assert.Equal(3, TimbreMethod.Analyse(song).Sounds.Count);
    }

    [Fact]
    public void A_wide_cut_leaves_one_row_and_a_narrow_one_a_row_for_each_playing()
    {
        (Sound song, _, double[] onsets) = Played(seed: 4);
        Assert.Single(TimbreMethod.Analyse(song, new TimbreOptions { CutDb = 100 }).Sounds);
        Assert.Equal(onsets.Length, TimbreMethod.Analyse(song, new TimbreOptions { CutDb = 0.01 }).Sounds.Count);
    }

    [Fact]
    public void The_remark_says_how_sounds_were_told_apart() =>
        Assert.Contains("timbre", Assert.Single(TimbreMethod.Analyse(Played(seed: 5).Song).Remarks), StringComparison.Ordinal);

    [Fact]
    public void More_onsets_than_are_compared_with_each_other_get_labels_too()
    {
        var random = new Random(6);
        var samples = new float[900 * 3000];
        for (int i = 0; i < samples.Length; i++)
            samples[i] = (float)(Math.Exp(-(i % 3000) / 400.0) * ((i / 3000 % 2 == 0) ? Math.Sin(0.3 * i) : random.NextDouble() - 0.5));
        double[] onsets = [.. Enumerable.Range(0, 900).Select(i => i * 3000.0 / Rate)];
        SoundGrid grid = TimbreMethod.Analyse(new Sound(samples, Rate), new TimbreOptions { Onsets = onsets, CutDb = 9 });
        Assert.Equal(900, grid.Events.Count);
        Assert.InRange(grid.Sounds.Count, 2, 20);
    }

    [Theory]
    [InlineData(0, 22050)]
    [InlineData(1, 1)]
    [InlineData(1102, 22050)]
    [InlineData(19200, 384000)]
    [InlineData(44100, 2000)]
    public void Any_length_and_rate_gives_a_grid(int length, int rate)
    {
        var random = new Random(1);
        var song = new Sound([.. Enumerable.Range(0, length).Select(_ => random.NextSingle() - 0.5f)], rate);
        SoundGrid grid = TimbreMethod.Analyse(song);
        Assert.All(grid.Events, block => Assert.InRange(block.Row, 0, grid.Sounds.Count - 1));
    }

    [Fact]
    public void Silence_has_no_sounds() => Assert.Empty(TimbreMethod.Analyse(new Sound(new float[Rate], Rate)).Sounds);

    /// <summary>Three players in turns: another noise each time, another phase and pitch within 10 cents each time.</summary>
    private static (Sound Song, int[] Truth, double[] Onsets) Played(int seed, double spreadDb = 2)
    {
        var random = new Random(seed);
        int[] truth = [0, 1, 2, 1, 0, 2, 0, 1, 1, 2, 0, 0, 2, 1, 2, 0];
        var samples = new float[(int)(Rate * (0.3 + truth.Length * 0.3))];
        double[] onsets = [.. Enumerable.Range(0, truth.Length).Select(i => 0.1 + 0.3 * i)];
        for (int note = 0; note < truth.Length; note++)
        {
            double cents = 20 * random.NextDouble() - 10, gain = 0.2 * Math.Pow(10, spreadDb * (random.NextDouble() - 0.5) / 20);
            double[] phases = [.. Enumerable.Range(0, 8).Select(_ => 2 * Math.PI * random.NextDouble())];
            int start = (int)(onsets[note] * Rate);
            for (int i = 0; i < (int)(0.28 * Rate); i++)
            {
                double t = (double)i / Rate, pitch = Math.Pow(2, cents / 1200);
                double Partial(double hz, int k) => Math.Sin(2 * Math.PI * hz * pitch * t + phases[k - 1]);
                samples[start + i] += (float)(gain * Math.Min(1, (0.28 - t) / 0.02) * truth[note] switch
                {
                    0 => Math.Exp(-8 * t) * Enumerable.Range(1, 8).Sum(k => Partial(110 * k, k) / k),
                    1 => Math.Exp(-10 * t) * Enumerable.Range(1, 4).Sum(k => Partial(700 * (0.4 + k * k * 0.6), k)),
                    _ => Math.Exp(-25 * t) * (2 * random.NextDouble() - 1) * 2,
                });
            }
        }

        return (new Sound(samples, Rate), truth, onsets);
    }
}
