using Cymatic.Signal;

namespace Cymatic.Grid.Tests;

public sealed class TemplateFitTests
{
    private const int Length = 4000;
    private static readonly int[] Places = [1000, 9000, 17_000, 25_000, 33_000];

    [Fact]
    public void The_waveform_is_learnt_from_playings_that_nothing_disturbs()
    {
        float[] wave = Synthetic.Burst(1, (double)Length / Synthetic.Rate);
        float[] gains = [1, 0.5f, 0.8f, 1.2f, 0.9f];
        (Template template, WhitenedSong audio) = Learn(wave, gains, []);
        Assert.InRange(Synthetic.Db(Unexplained(template, audio), audio.Energy(0, audio.Length)), double.NegativeInfinity, -35);
    }

    [Fact]
    public void Gains_are_the_levels_of_the_playings_with_median_1()
    {
        float[] gains = [1, 0.5f, 0.8f, 1.2f, 0.9f];
        (Template template, _) = Learn(Synthetic.Burst(1, (double)Length / Synthetic.Rate), gains, []);
        Assert.Equal(1, template.Playings.Select(p => p.Gain).Order().ElementAt(2), 1e-4);
        for (int k = 0; k < gains.Length; k++)
            Assert.Equal(gains[k] / 0.9, template.Playings[k].Gain, 0.02);
    }

    [Fact]
    public void A_stranger_over_one_of_the_playings_is_not_learnt()
    {
        float[] wave = Synthetic.Burst(1, (double)Length / Synthetic.Rate), gains = [1, 1, 1, 1, 1];
        (Template clean, _) = Learn(wave, gains, []);
        (Template disturbed, _) = Learn(wave, gains, [(Synthetic.Burst(2, 0.15), 17_300)]);
        double wrong = Enumerable.Range(0, Length).Sum(n => Math.Pow(disturbed.Wave[0][n] - clean.Wave[0][n], 2));
        Assert.InRange(Synthetic.Db(wrong, Synthetic.Energy(clean.Wave[0])), double.NegativeInfinity, -15);
    }

    [Fact]
    public void Unlike_playings_leave_no_waveform()
    {
        float[] song = Synthetic.Noise(7, 40_000);
        WhitenedSong audio = song.Whitened();
        Template template = Fresh();
        TemplateFit.Update(template, audio, [new float[template.Length]]);
        Assert.InRange(Unexplained(template, audio), 0, audio.Energy(0, audio.Length));
    }

    [Fact]
    public void Silent_playings_make_a_silent_waveform()
    {
        Template template = Fresh();
        TemplateFit.Update(template, new float[40_000].Whitened(), [new float[template.Length]]);
        Assert.All(template.Wave[0], sample => Assert.Equal(0, sample));
    }

    private static (Template Template, WhitenedSong Audio) Learn(float[] wave, float[] gains, (float[] Wave, int At)[] strangers)
    {
        var song = new float[40_000];
        for (int k = 0; k < Places.Length; k++)
            song.Add(wave, Places[k], gains[k]);
        WhitenedSong audio = WhitenedSong.Of(new Sound(song, Synthetic.Rate), Identity());
        foreach ((float[] stranger, int at) in strangers)
            song.Add(stranger, at);
        audio = WhitenedSong.Of(new Sound(song, Synthetic.Rate), audio.Predictor);
        Template template = Fresh();
        for (int round = 0; round < 4; round++)
            TemplateFit.Update(template, audio, [new float[template.Length]]);
        return (template, audio);
    }

    private static double[] Identity() => [1, .. new double[32]];

    private static Template Fresh() => new([new float[Length]], [.. Places.Select(at => new Playing(at, [1f]))]);

    private static double Unexplained(Template template, WhitenedSong audio)
    {
        WhitenedSong rest = audio.Clone();
        foreach (Playing playing in template.Playings)
            template.AddTo(rest, playing, -1);
        return rest.Energy(0, rest.Length);
    }
}
