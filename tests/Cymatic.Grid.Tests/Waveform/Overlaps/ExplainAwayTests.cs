namespace Cymatic.Grid.Tests;

public sealed class ExplainAwayTests
{
    [Fact]
    public void Two_sounds_that_overlap_are_told_apart()
    {
        (List<Template> templates, WhitenedSong residual, WhitenedSong song, int[][] places) = TwoSounds();
        Assert.Equal(2, templates.Count);
        int lead = song.Samples(ExplainAway.LeadSeconds);
        foreach (int[] expected in places)
        {
            Template template = templates.MinBy(t => Distance(t, expected, lead))!;
            Assert.Equal(expected.Length, template.Playings.Count);
            Assert.InRange(Distance(template, expected, lead), 0, 44);
        }

        Assert.InRange(Synthetic.Db(residual.Energy(0, song.Length), song.Energy(0, song.Length)), double.NegativeInfinity, -20);
    }

    [Fact]
    public void Sounds_and_residual_make_the_song()
    {
        (List<Template> templates, WhitenedSong residual, WhitenedSong song, _) = TwoSounds();
        WhitenedSong whole = residual.Clone();
        foreach (Template template in templates)
        {
            foreach (Playing playing in template.Playings)
                template.AddTo(whole, playing, +1);
        }

        for (int n = 0; n < song.Length; n += 3)
            Assert.Equal(song.Window(0, n, 1)[0], whole.Window(0, n, 1)[0], 1e-4f);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Whatever_it_is_given_it_never_adds_energy(int seed)
    {
        var random = new Random(seed);
        float[][] bursts = [.. Enumerable.Range(0, 6).Select(k => Synthetic.Burst(100 * seed + k, 0.1 + 0.3 * random.NextDouble()))];
        (float[], double, float) Playing() => (bursts[random.Next(6)], 5.5 * random.NextDouble(), 0.2f + random.NextSingle());
        (float[], double, float)[] playings = [.. Enumerable.Range(0, 40).Select(_ => Playing())];
        WhitenedSong song = Synthetic.Song(6, playings).Whitened();
        int[] onsets = [.. Enumerable.Range(0, 50).Select(_ => random.Next(song.Length)).Order()];
        WhitenedSong residual = song.Clone();
        List<Template> templates = ExplainAway.Run(residual, onsets, default);
        Assert.InRange(residual.Energy(0, song.Length), 0, song.Energy(0, song.Length));
        Assert.All(templates.SelectMany(t => t.Wave.SelectMany(w => w)), sample => Assert.True(float.IsFinite(sample)));
    }

    [Fact]
    public void Onsets_that_nothing_explains_are_sounds_that_play_once()
    {
        WhitenedSong song = Synthetic.Song(3, Enumerable.Range(0, 5).Select(k => (Synthetic.Burst(k, 0.3), 0.2 + 0.5 * k, 1f))).Whitened();
        int[] onsets = [.. Enumerable.Range(0, 5).Select(k => (int)Math.Round((0.2 + 0.5 * k) * Synthetic.Rate))];
        List<Template> templates = ExplainAway.Run(song, onsets, default);
        Assert.Equal(5, templates.Count);
        Assert.All(templates, template => Assert.Single(template.Playings));
    }

    [Fact]
    public void No_onsets_leave_the_song_as_it_is()
    {
        WhitenedSong song = Synthetic.Noise(1, 20_000).Whitened();
        WhitenedSong residual = song.Clone();
        List<Template> templates = ExplainAway.Run(residual, [], default);
        Assert.Empty(templates);
        Assert.Equal(song.Window(0, 0, song.Length).ToArray(), residual.Window(0, 0, song.Length).ToArray());
    }

    [Fact]
    public void Cancelling_ends_it()
    {
        WhitenedSong song = Synthetic.Noise(1, 20_000).Whitened();
        Assert.ThrowsAny<OperationCanceledException>(() => ExplainAway.Run(song, [500, 9000], new CancellationToken(canceled: true)));
    }

    // Two bursts of noise at ever other distances, sometimes alone, mostly over each other.
    private static (List<Template> Templates, WhitenedSong Residual, WhitenedSong Song, int[][] Places) TwoSounds()
    {
        float[] a = Synthetic.Burst(1, 0.4), b = Synthetic.Burst(2, 0.4);
        double[] atA = [0.2, 1.0, 1.9, 2.75, 3.6, 4.5, 5.3], atB = [0.35, 1.2, 1.98, 3.0, 3.7, 4.62, 5.9];
        WhitenedSong song = Synthetic.Song(6.5, [.. atA.Select(t => (a, t, 1f)), .. atB.Select(t => (b, t, 0.8f))]).Whitened();
        int[][] places = [[.. atA.Select(song.Samples)], [.. atB.Select(song.Samples)]];
        WhitenedSong residual = song.Clone();
        List<Template> templates = ExplainAway.Run(residual, [.. places.SelectMany(p => p).Order()], default);
        return (templates, residual, song, places);
    }

    /// <summary>The largest distance in samples of a template's playings from places; huge when they are not as many.</summary>
    private static int Distance(Template template, int[] places, int lead) => template.Playings.Count == places.Length
        ? template.Playings.Zip(places).Max(pair => Math.Abs(pair.First.Sample + lead - pair.Second))
        : int.MaxValue;
}
