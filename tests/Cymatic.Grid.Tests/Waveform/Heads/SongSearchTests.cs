namespace Cymatic.Grid.Tests;

public sealed class SongSearchTests
{
    private const int Length = 1500;

    [Fact]
    public void A_planted_waveform_is_found_at_its_exact_samples_and_nowhere_else()
    {
        int[] places = [700, 6692, 12_000, 20_011, 41_000];
        float[] gains = [1, 0.5f, 0.3f, 2, 0.8f];
        float[] song = new float[2 * Synthetic.Rate], wave = Synthetic.Burst(1, 0.1);
        for (int k = 0; k < places.Length; k++)
        {
            song.Add(wave, places[k], gains[k]);
            song.Add(Synthetic.Burst(50 + k, 0.1), places[k] + 2300);
        }

        List<Sighting> found = Search(song.Whitened(), 700);
        Assert.Equal(places, found.Select(s => s.Sample));
        Assert.All(found, s => Assert.InRange(s.Rho2, 0.99, 1.001));
        Assert.All(found.Zip(gains), pair => Assert.Equal(pair.Second, pair.First.Gain, 0.01 * pair.Second));
    }

    [Fact]
    public void Each_waveform_has_its_own_list()
    {
        float[] a = Synthetic.Burst(1, 0.1), b = Synthetic.Burst(2, 0.1);
        WhitenedSong song = Synthetic.Song(2, [(a, 0.2, 1), (b, 0.5, 1), (b, 1.1, 1), (a, 1.5, 1)]).Whitened();
        List<Sighting>[] found = new SongSearch(song, Length).Find([Wave(song, Place(0.2)), Wave(song, Place(0.5))], 0.85f, 300, default);
        Assert.Equal([Place(0.2), Place(1.5)], found[0].Select(s => s.Sample));
        Assert.Equal([Place(0.5), Place(1.1)], found[1].Select(s => s.Sample));
    }

    [Fact]
    public void Nothing_is_found_in_silence()
    {
        var search = new SongSearch(new float[Synthetic.Rate].Whitened(), Length);
        Assert.Empty(search.Find([[Synthetic.Noise(1, Length)]], 0.85f, 300, default)[0]);
    }

    [Fact]
    public void A_song_shorter_than_the_waveform_can_be_searched()
    {
        WhitenedSong song = Synthetic.Burst(1, 0.05).Whitened();
        Assert.Equal(0, Assert.Single(Search(song, 0)).Sample);
    }

    private static List<Sighting> Search(WhitenedSong song, int at) =>
        new SongSearch(song, Length).Find([Wave(song, at)], 0.85f, 300, default)[0];

    private static float[][] Wave(WhitenedSong song, int at) => [song.Window(0, at, Length).ToArray()];

    private static int Place(double seconds) => (int)Math.Round(seconds * Synthetic.Rate);
}
