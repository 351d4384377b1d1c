namespace Cymatic.Signal.Tests;

public sealed class MelSpectrogramTests
{
    [Fact]
    public void It_is_librosas()
    {
        float[] expected = Golden.Array("mel").Floats;
        Spectrogram mel = MelSpectrogram.Of(GoldenSounds.Signal());
        int frames = expected.Length / mel.Bins;
        Assert.Equal(frames, mel.Frames);
        double largest = expected.Max();
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], mel[i % frames][i / frames], 1e-6 * largest);
    }

    [Fact]
    public void Its_levels_are_librosas()
    {
        float[] expected = Golden.Array("power_to_db").Floats;
        Spectrogram mel = MelSpectrogram.Of(GoldenSounds.Signal());
        var levels = new float[mel.Values.Length];
        Decibels.FromPower(mel.Values, levels, reference: null);
        int frames = mel.Frames;
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], levels[i % frames * mel.Bins + i / frames], 2e-2);
    }

    [Fact]
    public void Levels_of_amplitudes_are_librosas()
    {
        float[] expected = Golden.Array("amplitude_to_db").Floats;
        Spectrogram magnitude = Stft.Magnitude(GoldenSounds.Signal());
        var levels = new float[magnitude.Values.Length];
        Decibels.FromAmplitude(magnitude.Values, levels, reference: null);
        int frames = magnitude.Frames;
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], levels[i % frames * magnitude.Bins + i / frames * 4], 2e-2);
    }

    [Fact]
    public void Silence_is_at_zero_decibels_of_itself()
    {
        var levels = new float[3];
        Decibels.FromPower([0, 0, 0], levels, reference: null);
        Assert.Equal([0f, 0f, 0f], levels);
    }

    [Fact]
    public void A_silent_moment_has_no_power() =>
        Assert.All(MelSpectrogram.Of(new Sound(new float[5000], 8000)).Values, power => Assert.Equal(0, power));
}
