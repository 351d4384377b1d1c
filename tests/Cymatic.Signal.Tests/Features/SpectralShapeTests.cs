namespace Cymatic.Signal.Tests;

public sealed class SpectralShapeTests
{
    private static readonly Lazy<Spectrogram> Magnitudes = new(() => Stft.Magnitude(GoldenSounds.Signal()));

    [Fact]
    public void The_centroid_is_librosas() => Near.Same(Golden.Array("spectral_centroid").Doubles, Magnitudes.Value.Centroid(), 1e-5);

    [Fact]
    public void The_bandwidth_is_librosas() => Near.Same(Golden.Array("spectral_bandwidth").Doubles, Magnitudes.Value.Bandwidth(), 1e-5);

    [Fact]
    public void The_roll_off_is_librosas_but_for_a_bin_where_rounding_decides()
    {
        double[] expected = Golden.Array("spectral_rolloff").Doubles;
        float[] ours = Magnitudes.Value.RollOff();
        double binHz = 22050 / 2048.0;
        Assert.All(expected.Zip(ours), pair => Assert.Equal(pair.First, pair.Second, 1.001 * binHz));
        Assert.InRange(expected.Zip(ours).Count(pair => Math.Abs(pair.First - pair.Second) > 1e-3), 0, expected.Length / 100);
    }

    [Fact]
    public void The_flatness_is_librosas() => Near.Same(Golden.Array("spectral_flatness").Doubles, Magnitudes.Value.Flatness(), 1e-4);

    [Fact]
    public void The_contrast_is_librosas() => Near.Transposed("spectral_contrast", SpectralContrast.Of(Magnitudes.Value), 1e-4);

    [Fact]
    public void The_root_mean_square_is_librosas() => Near.Same(Golden.Array("rms").Doubles, FrameLevels.Rms(GoldenSounds.Signal()), 1e-5);

    [Fact]
    public void The_zero_crossing_rate_is_librosas() =>
        Near.Same(Golden.Array("zero_crossing_rate").Doubles, FrameLevels.ZeroCrossingRate(GoldenSounds.Signal()), 1e-6);

    [Fact]
    public void The_root_mean_square_of_a_spectrogram_is_that_of_the_windowed_samples()
    {
        Sound sound = GoldenSounds.Signal();
        float[] window = Windows.Hann(2048), samples = sound[0].Slice(20 * 512 - 1024, 2048).ToArray();
        double expected = Math.Sqrt(samples.Zip(window, (x, w) => (double)x * w * x * w).Average());
        Assert.Equal(expected, Magnitudes.Value.Rms()[20], 1e-5 * expected);
    }

    [Fact]
    public void Flux_of_a_step_is_its_height() =>
        Assert.Equal([0f, 3f, 3f], new Spectrogram([0, 0, 1, 2, 0, 5], [0, 1], new(22050, 512)).Flux());

    [Fact]
    public void A_tone_is_less_flat_than_noise()
    {
        var random = new Random(1);
        float[] noise = Stft.Magnitude(new Sound([.. Enumerable.Range(0, 9000).Select(_ => random.NextSingle() - 0.5f)], 22050)).Flatness();
        float[] tone = Stft.Magnitude(new Sound([.. Enumerable.Range(0, 9000).Select(n => MathF.Sin(n * 0.3f))], 22050)).Flatness();
        Assert.True(noise[8] > 0.3 && tone[8] < 0.01);
    }

    [Fact]
    public void Silence_has_its_centroid_at_zero() =>
        Assert.All(Stft.Magnitude(new Sound(new float[5000], 22050)).Centroid(), hz => Assert.Equal(0, hz));

    [Fact]
    public void Levels_that_are_not_numbers_are_refused() =>
        Assert.Throws<ArgumentException>(() => new Spectrogram([1, float.NaN], [0, 1], new(22050, 512)).Centroid());

    [Fact]
    public void Octaves_above_half_the_rate_are_refused() =>
        Assert.Throws<ArgumentException>(() => SpectralContrast.Of(Stft.Magnitude(new Sound(new float[5000], 8000))));
}
