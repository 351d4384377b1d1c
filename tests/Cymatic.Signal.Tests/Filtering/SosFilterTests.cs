namespace Cymatic.Signal.Tests;

public sealed class SosFilterTests
{
    private static readonly double[] Samples = [.. Enumerable.Range(0, 60).Select(n => Math.Sin(n * 0.3) + (0.01 * n * n))];

    [Fact]
    public void A_Butterworth_band_pass_both_ways_is_Mnes() =>
        EegGolden.Same("mne_iir_band", SosFilter.BandPass(EegGolden.Rate, 8, 13).ApplyBothWays<double>(EegGolden.Channels()), 1e-8);

    /// <remarks>scipy.signal.butter(…, fs=100, output="sos"), sosfilt and sosfiltfilt(padlen=20), scipy 1.10.1.</remarks>
    [Fact]
    public void Filters_of_every_kind_are_scipys()
    {
        Check(SosFilter.LowPass(100, 20, 3), [1.025903383618, 8.94037118547, 32.204856216638],
            [5.184715e-06, 1.247554694587, 9.412085085569, 33.897414601336]);
        Check(SosFilter.HighPass(100, 20, 5), [0.017489015481, -0.000160071118, -9.8520959e-05],
            [-0.000126401207, -0.00064400891, 1.995193e-06, 8.2299e-08]);
        Check(SosFilter.BandStop(100, 10, 30, 3), [0.619120195481, 8.57389660212, 31.152111323772],
            [0.0021391878, 1.240174856914, 9.410998948126, 33.876880368075]);
        Check(SosFilter.BandPass(100, 10, 40, 1), [0.273242033332, 0.522786455443, 1.593575835635],
            [-4.855e-09, 0.11558980594, 0.025354153027, -1.538e-09]);
    }

    [Fact]
    public void A_constant_stays_constant_both_ways() => Assert.All(
        SosFilter.LowPass(100, 5).ApplyBothWays<float>(Enumerable.Repeat(3f, 50).ToArray()), v => Assert.Equal(3, v, 1e-5));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Channels_of_any_lengths_are_filtered_as_each_alone(int order)
    {
        SosFilter filter = SosFilter.BandPass(100, 10, 30, order);
        double[][] channels = [.. Enumerable.Range(0, 21).Select(c =>
            Enumerable.Range(0, c is > 4 and < 7 ? 40 : 700).Select(n => Math.Sin(n * 0.1 * (c + 1))).ToArray())];
        double[][] together = filter.ApplyBothWays<double>(channels);
        Assert.Equal(channels.Select(channel => filter.ApplyBothWays<double>(channel)), together);
    }

    [Fact]
    public void One_sample_is_refused() => Assert.Throws<ArgumentException>(() => SosFilter.LowPass(100, 5).ApplyBothWays<float>([1f]));

    [Fact]
    public void An_edge_at_half_the_rate_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => SosFilter.LowPass(100, 50));

    private static void Check(SosFilter filter, double[] forwards, double[] bothWays)
    {
        double[] once = filter.Apply<double>(Samples), twice = filter.ApplyBothWays<double>(Samples, 20);
        Near.Same(forwards, [once[5], once[30], once[59]], 1e-8);
        Near.Same(bothWays, [twice[0], twice[5], twice[30], twice[59]], 1e-8);
    }
}
