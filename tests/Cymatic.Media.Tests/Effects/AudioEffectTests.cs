using Cymatic.Signal;

namespace Cymatic.Media.Tests;

public class AudioEffectTests
{
    private static readonly AudioClip Constant = AudioClip.From(1000, 2, _ => 0.5);

    [Fact]
    public void Volume_multiplies() => Assert.Equal(0.125f, Constant.With(new Volume(0.25)).Read(10, 1)[0]);

    [Fact]
    public void Six_decibels_are_a_factor_of_about_two() =>
        Assert.Equal(0.5 * 1.9953, Constant.With(Volume.Decibels(6)).Read(10, 1)[0], 1e-4);

    [Fact]
    public void Volume_follows_its_function_from_sample_to_sample()
    {
        float[] samples = Constant.With(new Volume(t => t)).ReadAll();
        for (int n = 0; n < 2000; n++)
            Assert.Equal(0.5 * n / 1000, samples[n], 1e-6);
    }

    [Fact]
    public void A_fade_in_is_a_straight_line_and_then_one()
    {
        float[] samples = Constant.With(new AudioFadeIn(1)).ReadAll();
        Assert.Equal(0.5 * 0.2505, samples[250], 1e-6);
        Assert.Equal(0.5f, samples[1000]);
    }

    [Fact]
    public void A_fade_out_is_the_fade_in_backwards() =>
        Assert.Equal(
            Constant.With(new AudioFadeIn(1)).With(new Reverse()).ReadAll(), Constant.With(new AudioFadeOut(1)).ReadAll());

    [Fact]
    public void Fades_of_equal_power_add_up_to_one()
    {
        float[] rise = Constant.With(new AudioFadeIn(2) { EqualPower = true }).ReadAll();
        float[] fall = Constant.With(new AudioFadeOut(2) { EqualPower = true }).ReadAll();
        for (int n = 0; n < 2000; n++)
            Assert.Equal(0.25, rise[n] * rise[n] + fall[n] * fall[n], 1e-6);
    }

    [Fact]
    public void Normalised_sound_reaches_its_peak_and_no_more()
    {
        float[] samples = SampleArrays.Noise(8000).With(new Volume(0.1)).With(new Normalize { PeakDb = -3 }).ReadAll();
        Assert.Equal(Math.Pow(10, -3 / 20.0), samples.Max(Math.Abs), 1e-6);
    }

    [Fact]
    public void Silence_stays_silent_when_normalised() =>
        Assert.All(Constant.With(new Volume(0.0)).With(new Normalize()).ReadAll(), sample => Assert.Equal(0, sample));

    [Fact]
    public void An_echo_comes_back_softer_each_time()
    {
        float[] samples = AudioClip.From(1000, 0.01, t => t < 0.0005 ? 1 : 0).With(new Echo(0.1, repeats: 3, decay: 0.5)).ReadAll();
        Assert.Equal([1f, 0.5f, 0.25f, 0.125f], [samples[0], samples[100], samples[200], samples[300]]);
        Assert.Equal(310, samples.Length);
    }

    [Theory]
    [InlineData(-1, 0.5, 0)]
    [InlineData(0, 0.35355339, 0.35355339)]
    [InlineData(1, 0, 0.5)]
    public void A_sound_is_panned_at_constant_power(double place, double left, double right)
    {
        float[] samples = Constant.With(new Pan(place)).Read(100, 1);
        Assert.Equal(left, samples[0], 1e-6);
        Assert.Equal(right, samples[1], 1e-6);
    }

    [Fact]
    public void In_the_middle_stereo_stays_as_it_is() =>
        Assert.Equal(SampleArrays.Noise(100, 2).ReadAll(), SampleArrays.Noise(100, 2).With(new Pan(0)).ReadAll());

    [Fact]
    public void Mono_is_the_mean_of_channels()
    {
        AudioClip stereo = AudioClip.From(1000, 2, 1, (_, values) => (values[0], values[1]) = (0.5, 0.25));
        Assert.Equal(0.375, stereo.With(new ToMono()).Read(5, 1)[0], 1e-6);
    }

    [Fact]
    public void Stereo_of_one_channel_is_that_channel_twice() => Assert.Equal([0.5f, 0.5f], Constant.With(new ToStereo()).Read(5, 1));

    [Theory]
    [InlineData(44100, 48000)]
    [InlineData(48000, 44100)]
    [InlineData(44100, 8000)]
    [InlineData(96000, 4000)]
    [InlineData(8000, 44101)]
    public void A_sound_resampled_in_blocks_is_the_sound_resampled_at_once(int from, int to)
    {
        Sound noise = TestSounds.Noise(from * 3 + 17, 2, from);
        Sound expected = Resampler.Resample(noise, to);
        AudioClip clip = AudioClip.From(noise).With(new Resample(to));
        Assert.Equal(expected.Length, clip.Length);
        float[] samples = clip.ReadAll();
        for (int n = 0; n < expected.Length; n++)
            Assert.Equal((expected[0][n], expected[1][n]), (samples[2 * n], samples[2 * n + 1]));
    }

    [Fact]
    public void A_sound_without_end_is_not_normalised() =>
        Assert.Throws<ArgumentException>(() => AudioClip.From(1000, double.PositiveInfinity, _ => 1).With(new Normalize()));

    [Fact]
    public void Sound_goes_unlike_pictures_through_an_effect_of_its_own()
    {
        Clip clip = new Clip(Letters.Clip("R", 2), Constant).With(new Volume(0.5)).With(new Invert());
        Assert.Equal(("C", 0.25f), (Letters.At(clip.Video!, 0), clip.Audio!.Read(0, 1)[0]));
    }
}
