namespace Cymatic.Signal.Tests;

public sealed class ChromaTests
{
    [Fact]
    public void The_tuning_is_librosas() =>
        Assert.Equal(Golden.Value("tuning"), Tuning.Estimate(Stft.Magnitude(GoldenSounds.Signal())), 1e-9);

    [Fact]
    public void Chroma_of_a_Fourier_transform_is_librosas() =>
        Near.Transposed("chroma_stft", Chroma.OfPower(Stft.Power(GoldenSounds.Signal())), 1e-4);

    [Fact]
    public void Chroma_of_a_constant_Q_transform_is_librosas() => Near.Transposed("chroma_cqt", Chroma.Of(GoldenSounds.Signal()), 1e-4);

    [Fact]
    public void Tonal_centroids_are_librosas() => Near.Transposed("tonnetz", Tonnetz.Of(Chroma.Of(GoldenSounds.Signal())), 1e-4);

    [Fact]
    public void An_A_is_class_nine()
    {
        var tone = new Sound([.. Enumerable.Range(0, 44100).Select(n => MathF.Sin(2 * MathF.PI * 440 * n / 22050))], 22050);
        Assert.Equal(1, Chroma.Of(tone)[40, 9]);
        Assert.Equal(1, Chroma.OfPower(Stft.Power(tone))[40, 9]);
    }

    [Fact]
    public void Silence_has_no_pitch_class() => Assert.All(Chroma.Of(new Sound(new float[9000], 22050)).Values, v => Assert.Equal(0, v));

    [Fact]
    public void Five_bands_an_octave_do_not_merge_into_twelve_classes() =>
        Assert.Throws<ArgumentException>(() => Chroma.OfConstantQ(new Spectrogram(new float[5], [1, 2, 3, 4, 5], new(22050, 512)),
            new() { Bands = 5, PerOctave = 5 }));
}
