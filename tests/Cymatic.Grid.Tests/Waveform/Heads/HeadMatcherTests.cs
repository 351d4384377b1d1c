using Cymatic.Signal;

namespace Cymatic.Grid.Tests;

public sealed class HeadMatcherTests
{
    private const double HeadSeconds = 0.097;

    [Fact]
    public void A_repeat_at_another_gain_and_lag_is_the_same_waveform()
    {
        float[] wave = Synthetic.Burst(1, 0.3);
        WhitenedSong song = Synthetic.Song(2, [(wave, 0.2, 1), (wave, 1.2, 0.23f)]).Whitened();
        int first = Place(0.2), second = Place(1.2);
        Twin twin = Assert.Single(new HeadMatcher(song, [first, second - 57], HeadSeconds).AllTwins(0.05f, default)[0]);
        Assert.True(twin.Rho2 > 0.99);
        Assert.Equal(57, twin.Lag);
    }

    [Fact]
    public void The_twin_of_a_twin_has_the_opposite_lag()
    {
        float[] wave = Synthetic.Burst(1, 0.3);
        WhitenedSong song = Synthetic.Song(2, [(wave, 0.2, 1), (wave, 1.2, 0.5f)]).Whitened();
        List<Twin>[] twins = new HeadMatcher(song, [Place(0.2) + 31, Place(1.2)], HeadSeconds).AllTwins(0.05f, default);
        Assert.Equal(new Twin(0, twins[0][0].Rho2, -twins[0][0].Lag), Assert.Single(twins[1]));
    }

    [Fact]
    public void Strangers_are_no_twins()
    {
        IEnumerable<(float[], double, float)> bursts = Enumerable.Range(0, 12).Select(k => (Synthetic.Burst(k, 0.25), 0.1 + 0.3 * k, 1f));
        WhitenedSong song = Synthetic.Song(4, bursts).Whitened();
        var matcher = new HeadMatcher(song, Enumerable.Range(0, 12).Select(k => Place(0.1 + 0.3 * k)), HeadSeconds);
        Assert.All(matcher.AllTwins(0f, default).SelectMany(list => list), twin => Assert.InRange(twin.Rho2, 0, 0.1));
    }

    [Fact]
    public void Each_channel_has_its_own_gain()
    {
        float[] wave = Synthetic.Burst(1, 0.3);
        float[] left = Synthetic.Song(2, [(wave, 0.2, 1), (wave, 1.2, 0.3f)]);
        float[] right = Synthetic.Song(2, [(wave, 0.2, 0.2f), (wave, 1.2, 0.9f)]);
        WhitenedSong song = WhitenedSong.Of(new Sound([left, right], Synthetic.Rate));
        Assert.True(new HeadMatcher(song, [Place(0.2), Place(1.2)], HeadSeconds).AllTwins(0.05f, default)[0][0].Rho2 > 0.99);
    }

    [Fact]
    public void The_gain_is_the_ratio_of_the_levels()
    {
        float[] wave = Synthetic.Burst(1, 0.3);
        WhitenedSong song = Synthetic.Song(2, [(wave, 0.2, 1), (wave, 1.2, 0.25f)]).Whitened();
        var matcher = new HeadMatcher(song, [Place(0.2), Place(1.2)], HeadSeconds);
        Assert.Equal(4, matcher.Gain(Place(0.2), Place(1.2), 0, matcher.HeadLength), 0.01);
    }

    [Fact]
    public void Half_of_a_mixture_of_equals_is_explained_by_one_of_them()
    {
        float[] a = Synthetic.Burst(1, 0.3), b = Synthetic.Burst(2, 0.3);
        WhitenedSong song = Synthetic.Song(2, [(a, 0.2, 1), (b, 0.2, 1), (a, 1.2, 1)]).Whitened();
        var matcher = new HeadMatcher(song, [Place(0.2), Place(1.2)], HeadSeconds);
        Assert.Equal(0.5, matcher.Explained(Place(0.2), Place(1.2), 0, matcher.HeadLength), 0.06);
    }

    [Theory]
    [InlineData(450, 5)]
    [InlineData(1000, 3)]
    [InlineData(410, 40)]
    [InlineData(2100, 20)]
    public void Shortlists_give_the_groups_that_all_pairs_would(int places, int sounds)
    {
        const int rate = 11025;
        var random = new Random(9);
        float[][] waves = [.. Enumerable.Range(0, sounds).Select(k => Synthetic.Burst(k, 0.2, rate))];
        int[] sound = [.. Enumerable.Range(0, places).Select(_ => random.Next(sounds))];
        double[] at = [.. Enumerable.Range(0, places).Select(k => 0.1 + 0.22 * k)];
        IEnumerable<(float[], double, float)> playings = sound.Select((s, k) => (waves[s], at[k], 0.3f + 0.7f * random.NextSingle()));
        float[] song = Synthetic.Song(0.22 * places + 1, playings, rate);
        var matcher = new HeadMatcher(song.Whitened(rate), at.Select(t => (int)Math.Round(t * rate)), HeadSeconds);
        List<List<(int Index, int Lag)>> groups = TwinClusters.Group(matcher.AllTwins(0.05f, default), 0.8);
        Assert.Equal(sounds, groups.Count);
        Assert.Equal(places, groups.Sum(group => group.Count));
        Assert.All(groups, group => Assert.Single(group.Select(member => sound[member.Index]).Distinct()));
        Assert.All(groups, group => Assert.All(group, member => Assert.InRange(member.Lag, -1, 1)));
    }

    [Fact]
    public void Silent_heads_have_no_twins()
    {
        var matcher = new HeadMatcher(new float[Synthetic.Rate].Whitened(), [0, 5000, 22000], HeadSeconds);
        Assert.All(matcher.AllTwins(0.05f, default), Assert.Empty);
    }

    [Fact]
    public void What_some_places_are_known_to_be_is_what_they_are_among_more()
    {
        float[] a = Synthetic.Burst(1, 0.3), b = Synthetic.Burst(2, 0.3);
        WhitenedSong song = Synthetic.Song(4, [(a, 0.2, 1), (b, 0.9, 1), (a, 1.7, 0.5f), (b, 2.4, 1), (a, 3.1, 1)]).Whitened();
        int[] places = [Place(0.2), Place(0.9), Place(1.7) + 31, Place(2.4), Place(3.1)];
        var some = new HeadMatcher(song, [places[0], places[2], places[3]], HeadSeconds);
        some.AllTwins(0.05f, default);
        Assert.Equal(
            new HeadMatcher(song, places, HeadSeconds).AllTwins(0.05f, default),
            new HeadMatcher(song, places, HeadSeconds).AllTwins(0.05f, default, some));
    }

    private static int Place(double seconds) => (int)Math.Round(seconds * Synthetic.Rate);
}
