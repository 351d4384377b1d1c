namespace Cymatic.Grid.Tests;

public sealed class BacktrackTests
{
    [Theory]
    [InlineData(0.005)]
    [InlineData(0.020)]
    [InlineData(0.060)]
    public void A_late_onset_goes_back_to_where_the_sound_starts(double late)
    {
        WhitenedSong song = Synthetic.Song(1, [(Synthetic.Noise(1, 8000), 0.4, 1)]).Whitened();
        int onset = song.Samples(0.4 + late);
        Assert.Equal(song.Samples(0.4), onset + Backtrack.Shift(song, onset), 0.004 * Synthetic.Rate);
    }

    [Fact]
    public void An_onset_at_the_start_stays()
    {
        WhitenedSong song = Synthetic.Song(1, [(Synthetic.Noise(1, 8000), 0.4, 1)]).Whitened();
        Assert.Equal(0, Backtrack.Shift(song, song.Samples(0.4)));
    }

    [Fact]
    public void Amid_a_sound_there_is_no_start_to_go_back_to() =>
        Assert.Equal(0, Backtrack.Shift(Synthetic.Noise(1, Synthetic.Rate).Whitened(), 11_000));

    [Fact]
    public void Before_a_start_under_another_sounds_end_nothing_is_looked_for()
    {
        // A quiet sound, a short gap with a soft noise in it, and before that the loud end of another.
        float[] samples = Synthetic.Song(1, [(Synthetic.Noise(1, 6000), 0.4, 1), (Synthetic.Noise(2, 800), 0.34, 1)]);
        samples.Add(Synthetic.Noise(3, Synthetic.Rate, 0.15f), 0);
        WhitenedSong song = samples.Whitened();
        Assert.Equal(0, Backtrack.Shift(song, song.Samples(0.4)));
    }

    [Fact]
    public void One_covered_playing_does_not_change_the_shift_of_a_sound()
    {
        float[] burst = Synthetic.Noise(1, 4000);
        float[] samples = Synthetic.Song(3, [(burst, 0.4, 1), (burst, 1.2, 1), (burst, 2.0, 1)]);
        samples.Add(Synthetic.Noise(2, 5000), (int)(1.9 * Synthetic.Rate));
        WhitenedSong song = samples.Whitened();
        int shift = Backtrack.MedianShift(song, new[] { 0.42, 1.22, 2.02 }.Select(song.Samples));
        Assert.Equal(-song.Samples(0.020), shift, 0.004 * Synthetic.Rate);
    }

    [Fact]
    public void A_sound_without_playings_has_no_shift() => Assert.Equal(0, Backtrack.MedianShift(new float[100].Whitened(), []));
}
