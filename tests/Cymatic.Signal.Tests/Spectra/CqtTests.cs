namespace Cymatic.Signal.Tests;

public sealed class CqtTests
{
    [Fact]
    public void Seven_octaves_of_semitones_are_librosas() =>
        Near.Transposed("cqt84_mag", Cqt.Magnitude(GoldenSounds.Signal()), 1e-4);

    [Fact]
    public void Seven_octaves_of_thirds_of_semitones_are_librosas() =>
        Near.Transposed("cqt252_mag", Cqt.Magnitude(GoldenSounds.Signal(), new() { Bands = 252, PerOctave = 36 }), 1e-4);

    [Theory]
    [InlineData(9, 22050)]
    [InlineData(45, 22050)]
    [InlineData(80, 22050)]
    [InlineData(45, 44100)]
    public void A_tone_peaks_at_its_band(int band, int rate)
    {
        double hz = new CqtOptions().LowestHz * Math.Pow(2, band / 12.0);
        var tone = new Sound([.. Enumerable.Range(0, 2 * rate).Select(n => (float)Math.Sin(2 * Math.PI * hz * n / rate))], rate);
        ReadOnlySpan<float> frame = Cqt.Magnitude(tone)[rate / 512];
        Assert.Equal(band, System.Numerics.Tensors.TensorPrimitives.IndexOfMax(frame));
    }

    [Fact]
    public void A_band_above_half_the_rate_is_refused() =>
        Assert.Throws<ArgumentException>(() => Cqt.Forward(new Sound(new float[9000], 8000)));

    [Fact]
    public void An_empty_sound_is_refused() => Assert.Throws<ArgumentException>(() => Cqt.Forward(new Sound(Array.Empty<float>(), 22050)));

    [Fact]
    public void A_sound_shorter_than_a_filter_has_a_frame() => Assert.Equal(1, Cqt.Forward(new Sound(new float[400], 22050)).Frames);
}
