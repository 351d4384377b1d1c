namespace Cymatic.Signal.Tests;

public sealed class PowerDensityTests
{
    private static readonly PowerDensityOptions Seed = new() { SegmentLength = 512, Overlap = 440, Detrend = Detrend.Mean };

    private static double[] Excerpt() => [.. Golden.Sound("signal5s_22k.wav").Samples[8000..24000].Select(x => x * 32768.0)];

    [Fact]
    public void The_specgram_is_matplotlibs()
    {
        Npy expected = Golden.Array("mlab_specgram");
        double[] values = expected.Doubles;
        Spectrogram density = PowerDensity.Spectrogram<double>(Excerpt(), 16000, Seed);
        int columns = expected.Shape[1];
        for (int i = 0; i < values.Length; i++)
            Assert.Equal(values[i], density[i % columns * 4][i / columns], (1e-5 * values[i]) + 1e-9);
    }

    [Fact]
    public void The_specgrams_axes_are_matplotlibs()
    {
        Spectrogram density = PowerDensity.Spectrogram<double>(Excerpt(), 16000, Seed);
        Near.Same(Golden.Array("mlab_specgram_t").Doubles, [.. Enumerable.Range(0, density.Frames).Select(t => density.Grid.TimeOf(t))],
            1e-12);
        Assert.Equal(Golden.Value("mlab_specgram_f1"), density.FrequenciesHz[1]);
    }

    [Fact]
    public void Welchs_density_is_Mnes()
    {
        Npy eeg = Golden.Array("eeg4_in"), expected = Golden.Array("mne_welch");
        double[][] channels = [.. eeg.Doubles.Chunk(eeg.Shape[1])];
        double[][] ours = PowerDensity.Welch(channels, 256, PowerDensityOptions.Mne with { SegmentLength = 512 });
        for (int channel = 0; channel < channels.Length; channel++)
            Near.Same([.. expected.Doubles.Skip(channel * expected.Shape[1]).Take(expected.Shape[1])], ours[channel], 1e-9);
    }

    [Fact]
    public void Welchs_frequencies_are_Mnes()
    {
        Npy eeg = Golden.Array("eeg4_in");
        double[] channel = [.. eeg.Doubles.Take(eeg.Shape[1])];
        Spectrogram density = PowerDensity.Spectrogram<double>(channel, 256, PowerDensityOptions.Mne with { SegmentLength = 512 });
        Near.Same(Golden.Array("mne_welch_f").Doubles, density.FrequenciesHz, 1e-12);
    }

    [Fact]
    public void A_straight_line_less_its_line_is_nothing()
    {
        double[] line = [.. Enumerable.Range(0, 600).Select(n => 3 + (0.25 * n))];
        double[] density = PowerDensity.Welch<double>(line, 100, new() { Detrend = Detrend.Linear });
        Assert.All(density, d => Assert.InRange(d, 0, 1e-20));
    }

    [Fact]
    public void The_integral_of_the_density_is_the_power()
    {
        var random = new Random(3);
        double[] noise = [.. Enumerable.Range(0, 1 << 16).Select(_ => random.NextDouble() - 0.5)];
        double[] density = PowerDensity.Welch<double>(noise, 1000);
        Assert.Equal(1 / 12.0, density.Sum() * 1000 / 256, 2e-3);
    }

    [Fact]
    public void Samples_shorter_than_a_segment_are_refused_with_both_lengths()
    {
        var refusal = Assert.Throws<ArgumentException>(() => PowerDensity.Welch<float>(new float[100], 256));
        Assert.Contains("100 samples are shorter than a segment of 256", refusal.Message, StringComparison.Ordinal);
    }
}
