namespace Cymatic.Signal.Tests;

public sealed class RhythmTests
{
    [Fact]
    public void Onset_strength_is_librosas() =>
        AssertNear(Golden.Array("onset_strength").Floats, OnsetEnvelope.Of(GoldenSounds.Signal()).Values, 2e-3);

    [Fact]
    public void Onset_strength_of_a_song_is_librosas() =>
        AssertNear(Golden.Array("lap_onset_strength").Floats, OnsetEnvelope.Of(GoldenSounds.Song()).Values, 2e-3);

    [Fact]
    public void Onsets_are_librosas() =>
        Assert.Equal(Golden.Array("onset_frames").Integers, OnsetPicker.Frames(OnsetEnvelope.Of(GoldenSounds.Signal())));

    [Fact]
    public void Onsets_of_a_song_are_librosas() =>
        Assert.Equal(Golden.Array("lap_onsets").Integers, OnsetPicker.Frames(OnsetEnvelope.Of(GoldenSounds.Song())));

    [Fact]
    public void Backtracked_onsets_are_librosas() =>
        Assert.Equal(
            Golden.Array("onset_frames_backtrack").Integers, OnsetPicker.Frames(OnsetEnvelope.Of(GoldenSounds.Signal()), backtrack: true));

    [Fact]
    public void Vibrato_is_an_onset_for_the_flux_and_none_for_the_superflux()
    {
        const int rate = 44100;
        double phase = 0;
        var samples = new float[2 * rate];
        for (int n = 0; n < samples.Length; n++)
            samples[n] = (float)Math.Sin(phase += 2 * Math.PI * 900 * Math.Pow(2, 0.5 / 12 * Math.Sin(2 * Math.PI * 6 * n / rate)) / rate);
        var sound = new Sound(samples, rate);
        StftOptions frames = new() { FftLength = 1024, HopLength = 220 };
        Spectrogram mel = MelSpectrogram.Of(sound, frames, new() { Bands = 138, MinimumHz = 27.5, MaximumHz = 16000 });
        float plain = OnsetEnvelope.OfMel(mel, new() { LagFrames = 2 }).Values[100..300].Average(),
            super = OnsetEnvelope.SuperFlux(sound).Values[100..300].Average();
        Assert.True(super < 0.5 * plain, $"{super} and {plain}");
    }

    [Fact]
    public void The_largest_of_three_bands_before_is_taken_off()
    {
        var mel = new Spectrogram([1, 1, 100, 1, 10, 1000, 10, 10], [1, 2, 3, 4], new(22050, 512));
        float[] strength = OnsetEnvelope.OfMel(mel, new() { LargestOfBands = 3 }).Values;
        Assert.Equal((10 - 0 + 10) / 4.0, strength[1], 1e-4);
    }

    [Fact]
    public void The_tempogram_is_librosas()
    {
        Npy expected = Golden.Array("tempogram");
        Tempogram tempogram = Tempogram.Of(OnsetEnvelope.Of(GoldenSounds.Signal()));
        float[] values = expected.Floats;
        int columns = expected.Shape[1];
        for (int i = 0; i < values.Length; i++)
            Assert.Equal(values[i], tempogram[i % columns * 4][i / columns], 1e-3);
    }

    [Fact]
    public void Tempo_and_beats_are_librosas()
    {
        BeatTrack track = BeatTracker.Track(GoldenSounds.Signal());
        Assert.Equal(Golden.Value("tempo"), track.Bpm, 1e-6);
        Assert.Equal(Golden.Array("beats").Integers, track.Frames);
    }

    [Fact]
    public void Untrimmed_beats_of_a_song_are_librosas()
    {
        BeatTrack track = BeatTracker.Track(GoldenSounds.Song(), new BeatOptions { Trim = false });
        Assert.Equal(Golden.Value("lap_tempo"), track.Bpm, 1e-6);
        Assert.Equal(Golden.Array("lap_beats").Integers, track.Frames);
    }

    [Fact]
    public void Beats_keep_a_tempo_that_is_told()
    {
        BeatTrack track = BeatTracker.Track(GoldenSounds.OwnSong(), new BeatOptions { Bpm = 65 });
        double[] gaps = [.. track.Times.Zip(track.Times.Skip(1), (a, b) => b - a)];
        Assert.Equal(60.0 / 65, gaps.Order().ElementAt(gaps.Length / 2), 0.03);
    }

    [Fact]
    public void Silence_has_no_onsets_and_no_beats()
    {
        var silence = new Sound(new float[30000], 22050);
        Assert.Empty(OnsetPicker.Frames(OnsetEnvelope.Of(silence)));
        Assert.Empty(BeatTracker.Track(silence).Frames);
    }

    [Fact]
    public void A_peak_is_the_largest_around_and_above_the_mean()
    {
        var options =
            new PeakOptions { LargestOfBefore = 1, LargestOfAfter = 1, MeanOfBefore = 2, MeanOfAfter = 2, AboveMean = 0.5, Rest = 0 };
        Assert.Equal([2, 7], OnsetPicker.Peaks([0, 1, 3, 1, 0, 0, 0, 2, 2, 0.1f], options)[..2]);
    }

    [Fact]
    public void After_a_peak_there_is_rest()
    {
        var options = new PeakOptions { Rest = 3 };
        Assert.Equal([0, 4, 8], OnsetPicker.Peaks([1, 1, 1, 1, 1, 1, 1, 1, 1], options));
    }

    [Fact]
    public void Backtracking_goes_to_the_minimum_before() =>
        Assert.Equal([2, 0], OnsetPicker.Backtrack([4, 1], [3, 2, 1, 4, 9, 3, 5]));

    private static void AssertNear(float[] expected, float[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], tolerance);
    }
}
