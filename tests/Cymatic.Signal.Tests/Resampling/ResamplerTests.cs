using FsCheck;
using FsCheck.Fluent;

namespace Cymatic.Signal.Tests;

public class ResamplerTests
{
    private static readonly Lazy<Sound> Signal = new(() =>
    {
        (float[] samples, int rate) = Golden.Sound("signal5s_22k.wav");
        return new Sound(samples, rate);
    });

    /// <remarks>
    /// soxr's high-quality recipe has our band edges but another filter between them (91.3 to 100 % of half the lower rate), so both
    /// are compared below, under a window that keeps what lies above from leaking. At 2:1 and 1:2 both are flat to 20 bits there. At
    /// 320:441 soxr takes a way that is 78 dB off the ideal filter (a direct windowed sinc in float64) above half the band; ours is not.
    /// </remarks>
    [Theory]
    [InlineData(11_025, -100)]
    [InlineData(16_000, -70)]
    [InlineData(44_100, -100)]
    public void Samples_are_soxrs_up_to_the_pass_band(int rate, double toleranceDb)
    {
        float[] expected = Golden.Array($"resample_{rate}").Floats;
        float[] ours = Resampler.Resample(Signal.Value, rate)[0].Slice(2000, expected.Length).ToArray();
        double passEdge = 0.9 * Math.Min(rate, Signal.Value.SampleRate) / 2;
        double[] wanted = Spectrum(expected), difference = Spectrum([.. ours.Zip(expected, (a, b) => a - b)]);
        int bins = (int)(passEdge / rate * expected.Length);
        Assert.InRange(10 * Math.Log10(difference[..bins].Sum() / wanted[..bins].Sum()), double.NegativeInfinity, toleranceDb);
    }

    [Theory]
    [InlineData(11_025)]
    [InlineData(16_000)]
    [InlineData(44_100)]
    public void The_length_is_soxrs(int rate) =>
        Assert.Equal(Golden.Value($"resample_{rate}_len"), Resampler.Resample(Signal.Value, rate).Length);

    [Theory]
    [InlineData(44_100, 22_050, 9000)]
    [InlineData(22_050, 44_100, 9000)]
    [InlineData(44_100, 48_000, 20_000)]
    [InlineData(48_000, 44_100, 20_000)]
    [InlineData(22_050, 22_051, 10_000)]
    [InlineData(96_000, 8000, 3500)]
    [InlineData(384_000, 1000, 440)]
    [InlineData(8000, 384_000, 3600)]
    [InlineData(44_101, 32_003, 14_500)]
    public void A_sine_in_the_pass_band_stays_that_sine(int from, int to, double frequency)
    {
        float[] result = Resampler.Resample(Sine(from, frequency, from), from, to);
        int margin = result.Length / 4;
        double worst = 0;
        for (int n = margin; n < result.Length - margin; n++)
            worst = Math.Max(worst, Math.Abs(result[n] - Math.Sin(2 * Math.PI * frequency * n / to)));
        Assert.InRange(worst, 0, 4e-6);
    }

    [Theory]
    [InlineData(44_100, 22_050, 11_100)]
    [InlineData(48_000, 16_000, 23_000)]
    [InlineData(48_000, 44_100, 22_100)]
    [InlineData(96_000, 8000, 4050)]
    [InlineData(384_000, 1000, 510)]
    [InlineData(384_000, 1000, 95_900)]
    public void A_sine_above_the_new_band_is_gone(int from, int to, double frequency)
    {
        float[] result = Resampler.Resample(Sine(from, frequency, from), from, to);
        int margin = result.Length / 4;
        Assert.InRange(20 * Math.Log10(result[margin..^margin].Max(Math.Abs)), double.NegativeInfinity, -110);
    }

    [Fact]
    public void The_length_is_the_time_rounded_up() =>
        Prop.ForAll(
            Gen.Choose(0, 3000).ToArbitrary(),
            Gen.Elements(1, 7, 8000, 11_025, 22_050, 44_100, 48_000, 96_000).ToArbitrary(),
            Gen.Elements(1, 3, 8000, 16_000, 22_050, 44_100, 384_000).ToArbitrary(),
            (length, from, to) => (long)length * to / from > 2_000_000
                || Resampler.Resample(new float[length], from, to).Length == Math.Ceiling((decimal)length * to / from))
                    .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1, 384_000)]
    [InlineData(384_000, 1)]
    [InlineData(1, 2)]
    public void A_constant_stays_constant_at_any_rate(int from, int to)
    {
        int seconds = from == 1 ? 420 : 8;
        var samples = new float[from * seconds];
        Array.Fill(samples, 0.5f);
        if (to > 1000)
            samples = samples[..400];
        float[] result = Resampler.Resample(samples, from, to);
        Assert.Equal(0.5, result[result.Length / 2], from > to ? 0.2 : 1e-5);
    }

    [Fact]
    public void Every_channel_is_resampled()
    {
        Sound result = Resampler.Resample(new Sound([Sine(2000, 10, 8000), new float[2000]], 8000), 4000);
        Assert.Equal(2, result.Channels);
        Assert.Equal(4000, result.SampleRate);
        Assert.Equal(Math.Sin(2 * Math.PI * 10 * 500 / 4000), result[0][500], 1e-5);
        Assert.All(result[1].ToArray(), v => Assert.Equal(0, v));
    }

    [Fact]
    public void A_rate_below_one_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Resampler.Resample(Signal.Value, 0));

    [Fact]
    public void A_result_that_fits_into_no_memory_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Resampler.Resample(new float[100_000], 1, 384_000));

    /// <summary>Energy in each bin under a Kaiser window of −120 dB.</summary>
    private static double[] Spectrum(float[] samples)
    {
        var fft = new RealFft<double>(samples.Length);
        double[] re = new double[fft.Bins], im = new double[fft.Bins];
        fft.Forward([.. samples.Select((v, n) => v * Windows.Kaiser(((2.0 * n) / samples.Length) - 1, 12))], re, im);
        return [.. re.Zip(im, (a, b) => (a * a) + (b * b))];
    }

    private static float[] Sine(int length, double frequency, int rate) =>
        [.. Enumerable.Range(0, length).Select(n => (float)Math.Sin(2 * Math.PI * frequency * n / rate))];
}
