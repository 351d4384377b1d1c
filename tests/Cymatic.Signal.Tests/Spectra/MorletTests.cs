namespace Cymatic.Signal.Tests;

public sealed class MorletTests
{
    private static readonly Lazy<double[]> Halved = new(() => FftResampler.Resample<double>(FftResamplerTests.Samples(), 11025, 22050));

    [Fact]
    public void Magnitudes_are_Mnes() => Near.Transposed(
        "mne_morlet_abs",
            Morlet.Transform<double>(Halved.Value, 11025, Golden.Array("mne_morlet_freqs").Doubles, new() { Decimation = 400 }).Magnitude(),
                1e-6);

    [Fact]
    public void Powers_are_Mnes() => Near.Transposed(
        "mne_tfr_array_morlet_power",
        Morlet.Transform<double>(
            Halved.Value.AsMemory(0, 11025), 11025, Golden.Array("mne_morlet_freqs").Doubles[..5],
                new() { Cycles = 5, Decimation = 200, ZeroMean = false }).Power(),
        1e-6);

    [Fact]
    public void Long_wavelets_by_FFT_are_those_without()
    {
        var random = new Random(4);
        float[] samples = [.. Enumerable.Range(0, 4000).Select(_ => random.NextSingle() - 0.5f)];
        Spectrogram all = Morlet.Transform<float>(samples, 256, [4, 10]).Magnitude();
        Spectrogram some = Morlet.Transform<float>(samples, 256, [4, 10], new() { Decimation = 40 }).Magnitude();
        for (int t = 0; t < some.Frames; t++)
            Assert.Equal(all[40 * t, 0], some[t, 0], 1e-4);
    }

    [Fact]
    public void Each_frequency_may_have_its_cycles()
    {
        double[] samples = Halved.Value[..5000];
        ComplexBands each = Morlet.Transform<double>(samples, 11025, [500, 1000], new() { CyclesOfEach = [3, 9], Decimation = 100 });
        ComplexBands nine = Morlet.Transform<double>(samples, 11025, [1000], new() { Cycles = 9, Decimation = 100 });
        Assert.Equal(nine.RealParts, Enumerable.Range(0, nine.Frames).Select(t => each.RealParts[(2 * t) + 1]));
    }

    [Fact]
    public void Without_a_mean_an_offset_does_not_show()
    {
        float[] offset = [.. Enumerable.Repeat(1000f, 1000)];
        float with = Morlet.Transform<float>(offset, 100, [10], new() { Cycles = 2 }).Magnitude()[500, 0];
        float without = Morlet.Transform<float>(offset, 100, [10], new() { Cycles = 2, ZeroMean = false }).Magnitude()[500, 0];
        Assert.True(with < 0.01 * without);
    }

    [Fact]
    public void A_wavelet_longer_than_the_samples_is_refused_with_both_lengths()
    {
        var refusal = Assert.Throws<ArgumentException>(() => Morlet.Transform<float>(new float[50], 100, [1]));
        Assert.Contains("50 samples are fewer than the longest wavelet's", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_frequency_above_half_the_rate_is_refused() =>
        Assert.Throws<ArgumentException>(() => Morlet.Transform<float>(new float[500], 100, [51]));
}
