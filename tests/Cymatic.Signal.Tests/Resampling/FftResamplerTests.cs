namespace Cymatic.Signal.Tests;

public sealed class FftResamplerTests
{
    internal static double[] Samples() => [.. Golden.Sound("signal5s_22k.wav").Samples.Select(x => x * 32768.0)];

    [Fact]
    public void Half_the_rate_is_Mnes()
    {
        double[] ours = FftResampler.Resample<double>(Samples(), 11025, 22050);
        Assert.Equal(Golden.Value("mne_resample_half_len"), ours.Length);
        Near.Same(Golden.Array("mne_resample_half").Doubles, ours[..4000], 1e-10);
    }

    [Fact]
    public void Any_rate_is_Mnes() =>
        Near.Same(Golden.Array("mne_resample_16000").Doubles,
            FftResampler.Resample<double>(Samples().AsSpan(0, 22050), 16000, 22050)[..4000], 1e-9);

    [Fact]
    public void Padding_to_a_fast_length_changes_little()
    {
        double[] slow = FftResampler.Resample<double>(Samples(), 1, 2),
            fast = FftResampler.Resample<double>(Samples(), 1, 2, new() { Padding = null });
        Near.Same(slow[100..^100], fast[100..^100], 1e-2);
    }

    [Theory]
    [InlineData(EdgePadding.Edge)]
    [InlineData(EdgePadding.ReflectLimited)]
    public void A_constant_stays_constant(EdgePadding edges) => Assert.All(
        FftResampler.Resample<float>(Enumerable.Repeat(2f, 64).ToArray(), 3, 4, new() { Padding = 16, Edges = edges }),
            v => Assert.Equal(2, v, 1e-5));

    [Fact]
    public void Twice_the_rate_and_back_is_the_same()
    {
        float[] samples = [.. Enumerable.Range(0, 97).Select(n => (n * n % 13) - 6f)];
        float[] back = FftResampler.Resample<float>(FftResampler.Resample<float>(samples, 2, 1, new() { Padding = 0 }), 1, 2,
            new() { Padding = 0 });
        Near.Same([.. samples.Select(v => (double)v)], back, 1e-5);
    }

    [Fact]
    public void A_periodic_tone_at_a_fifth_of_the_rate_is_exact_alone_and_among_channels()
    {
        double[] tone = [.. Enumerable.Range(0, 10_000).Select(n => Math.Sin(2 * Math.PI * 0.02 * n))];
        double[] fifth = FftResampler.Resample<double>(tone, 1, 5, new() { Padding = 0 });
        Near.Same([.. Enumerable.Range(0, 2000).Select(n => Math.Sin(2 * Math.PI * 0.1 * n))], fifth, 1e-10);
        double[][] channels = FftResampler.Resample<double>([tone, tone], 1, 5, new() { Padding = 0 });
        Assert.All(channels, channel => Assert.Equal(fifth, channel));
    }

    [Fact]
    public void A_long_call_allocates_little_more_than_its_result()
    {
        double[] samples = new double[1 << 20];
        long bytes = RealFftTests.LeastAllocated(() => FftResampler.Resample<double>(samples, 1, 4, new() { Padding = 0 }));
        Assert.InRange(bytes, samples.Length / 4 * sizeof(double), 1.5 * samples.Length / 4 * sizeof(double));
    }

    [Fact]
    public void A_rate_of_zero_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => FftResampler.Resample<float>([1f], 0, 1));
}
