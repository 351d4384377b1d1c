namespace Cymatic.Signal.Tests;

public sealed class FirFilterTests
{
    private const double Rate = EegGolden.Rate;

    [Fact]
    public void Taps_are_Mnes()
    {
        Near.Same(Golden.Array("mne_low_h").Doubles, FirFilter.LowPass(Rate, 40).Taps, 1e-12);
        Near.Same(Golden.Array("mne_high_h").Doubles, FirFilter.HighPass(Rate, 1).Taps, 1e-12);
        Near.Same(Golden.Array("mne_band_h").Doubles, FirFilter.BandPass(Rate, 8, 13).Taps, 1e-12);
    }

    [Fact]
    public void A_low_pass_is_Mnes() => EegGolden.Same("mne_low", FirFilter.LowPass(Rate, 40).Apply<double>(EegGolden.Channels()), 1e-10);

    [Fact]
    public void A_high_pass_is_Mnes() => EegGolden.Same("mne_high", FirFilter.HighPass(Rate, 1).Apply<double>(EegGolden.Channels()), 1e-10);

    [Fact]
    public void A_band_pass_is_Mnes() =>
        EegGolden.Same("mne_band", FirFilter.BandPass(Rate, 8, 13).Apply<double>(EegGolden.Channels()), 1e-10);

    [Fact]
    public void A_band_pass_in_float32_is_Mnes()
    {
        float[][] channels = [.. EegGolden.Channels().Select(channel => channel.Select(v => (float)v).ToArray())];
        Near.Same(Golden.Array("mne_band").Doubles, FirFilter.BandPass(Rate, 8, 13).Apply<float>(channels).SelectMany(v => v), 1e-5);
    }

    [Fact]
    public void A_band_stop_is_Mnes()
    {
        FirFilter filter = FirFilter.BandStop(Rate, 48, 52, new() { LowTransitionHz = 1, HighTransitionHz = 1 });
        EegGolden.Same("mne_bandstop", filter.Apply<double>(EegGolden.Channels()), 1e-10);
    }

    [Fact]
    public void A_notch_is_Mnes() => EegGolden.Same("mne_notch", FirFilter.Notch(Rate, [50]).Apply<double>(EegGolden.Channels()), 1e-10);

    [Fact]
    public void A_low_pass_of_a_transform_is_Mnes()
    {
        double[][] rows = EegGolden.Rows("mne_morlet_abs");
        EegGolden.Same("mne_lowpass_of_tfr", FirFilter.LowPass(11025 / 400.0, 5).Apply<double>(rows), 1e-10);
    }

    /// <remarks>scipy.signal.minimum_phase(scipy.signal.firwin(21, 0.4)), scipy 1.10.1.</remarks>
    [Fact]
    public void Minimum_phase_taps_are_scipys() => Near.Same(
        [
            0.169087824748, 0.380877442027, 0.414091576298, 0.186269204799, -0.06698309551, -0.116903739577,
            -0.014738748255, 0.049093987286, 0.017908039569, -0.016332791463, -0.005620257078,
        ],
        FirFilter.LowPass(2, 0.4 - (3.3 / 21), new() { HighTransitionHz = 6.6 / 21, Length = 11, Phase = FirPhase.Minimum }).Taps, 1e-9);

    [Fact]
    public void A_minimum_phase_filter_is_causal()
    {
        double[] impulse = new double[2000];
        impulse[1000] = 1;
        double[] response = FirFilter.LowPass(Rate, 40, new() { Phase = FirPhase.Minimum }).Apply<double>(impulse);
        Assert.All(response[..1000], v => Assert.Equal(0, v, 1e-12));
        Assert.True(response[1000..1100].Max() > 0.1);
    }

    [Fact]
    public void Twice_forwards_and_backwards_attenuates_twice()
    {
        double[] tone = [.. Enumerable.Range(0, 2560).Select(n => Math.Sin(2 * Math.PI * 45 * n / Rate))];
        double once = FirFilter.LowPass(Rate, 40).Apply<double>(tone)[1000..1500].Max();
        double twice = FirFilter.LowPass(Rate, 40, new() { Phase = FirPhase.ZeroDouble }).Apply<double>(tone)[1000..1500].Max();
        Assert.Equal(once * once, twice, 1e-6);
    }

    [Fact]
    public void Every_channel_of_a_sound_is_filtered()
    {
        float[] tone = [.. Enumerable.Range(0, 22050).Select(n => MathF.Sin(2 * MathF.PI * 5000 * n / 22050))];
        Sound filtered = FirFilter.LowPass(22050, 1000).Apply(new Sound([tone, tone], 22050));
        Assert.InRange(filtered[1][5000..15000].ToArray().Max(), 0, 0.005);
    }

    [Fact]
    public void An_edge_above_half_the_rate_is_refused() => Assert.Throws<ArgumentException>(() => FirFilter.LowPass(100, 60));

    [Fact]
    public void A_band_that_ends_before_it_begins_is_refused() => Assert.Throws<ArgumentException>(() => FirFilter.BandPass(100, 20, 10));

    [Fact]
    public void Samples_that_are_not_numbers_are_refused() =>
        Assert.Throws<ArgumentException>(() => FirFilter.LowPass(100, 20).Apply<double>([0, double.NaN, 1]));

    [Fact]
    public void Nothing_filtered_is_nothing() => Assert.Empty(FirFilter.LowPass(100, 20).Apply<float>(ReadOnlySpan<float>.Empty));
}
