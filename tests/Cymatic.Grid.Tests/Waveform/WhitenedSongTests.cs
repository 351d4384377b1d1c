using Cymatic.Signal;

namespace Cymatic.Grid.Tests;

public sealed class WhitenedSongTests
{
    [Theory]
    [InlineData(-300)]
    [InlineData(5000)]
    [InlineData(-9000)]
    [InlineData(90_000)]
    public void Windows_beyond_the_ends_are_zeros(int start)
    {
        WhitenedSong song = Synthetic.Noise(1, 5000).Whitened();
        Assert.All(song.Window(0, start, 300).ToArray(), sample => Assert.Equal(0, sample));
    }

    [Fact]
    public void A_window_over_an_end_holds_the_song_as_far_as_it_goes()
    {
        WhitenedSong song = Synthetic.Noise(1, 5000).Whitened();
        float[] window = song.Window(0, 4990, 20).ToArray();
        Assert.Equal(song.Window(0, 4990, 10).ToArray(), window[..10]);
        Assert.All(window[10..], sample => Assert.Equal(0, sample));
    }

    [Fact]
    public void A_mixture_stays_a_sum()
    {
        float[] a = Synthetic.Noise(1, 4000), b = Synthetic.Burst(2, 0.1), mix = [.. a];
        mix.Add(b, 1000);
        WhitenedSong whole = mix.Whitened();
        WhitenedSong first = WhitenedSong.Of(new Sound(a, Synthetic.Rate), whole.Predictor);
        float[] alone = Synthetic.Song(4000.0 / Synthetic.Rate, [(b, 1000.0 / Synthetic.Rate, 1)]);
        WhitenedSong second = WhitenedSong.Of(new Sound(alone, Synthetic.Rate), whole.Predictor);
        for (int n = 0; n < 4000; n++)
            Assert.Equal(whole.Window(0, n, 1)[0], first.Window(0, n, 1)[0] + second.Window(0, n, 1)[0], 1e-5f);
    }

    [Fact]
    public void A_whitened_resonance_is_flat()
    {
        float[] x = Synthetic.Noise(5, 40_000);
        for (int n = 2; n < x.Length; n++)
            x[n] = 0.1f * x[n] + 1.7f * x[n - 1] - 0.9f * x[n - 2];
        float[] white = x.Whitened().Window(0, 0, x.Length).ToArray();
        double energy = Synthetic.Energy(white);
        for (int lag = 1; lag <= 5; lag++)
            Assert.InRange(Enumerable.Range(lag, white.Length - lag).Sum(n => white[n] * (double)white[n - lag]) / energy, -0.03, 0.03);
    }

    [Fact]
    public void A_clone_may_be_written_to_without_harm()
    {
        WhitenedSong song = Synthetic.Noise(1, 3000).Whitened();
        double energy = song.Energy(0, 3000);
        song.Clone().Window(0, 0, 3000).Clear();
        Assert.Equal(energy, song.Energy(0, 3000));
    }

    [Fact]
    public void Whitening_once_more_in_place_is_the_inverse_filter_of_what_was_there()
    {
        // Longer than what is filtered at once; each sample leans on the one before.
        float[] samples = Synthetic.Noise(5, 150_000);
        for (int n = 1; n < samples.Length; n++)
            samples[n] += 0.9f * samples[n - 1];
        WhitenedSong song = WhitenedSong.Unfiltered(new Sound(samples, Synthetic.Rate));
        double[] predictor = song.Rewhiten();
        var expected = new float[samples.Length];
        LinearPredictor.Residual(samples, predictor, expected);
        Assert.Equal(expected, song.Window(0, 0, song.Length).ToArray());
    }
}
