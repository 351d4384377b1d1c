using Cymatic.Signal;

namespace Cymatic.Media.Tests;

public class TimeOfSoundTests
{
    [Fact]
    public void A_subclip_is_exact_to_the_sample() =>
        Assert.Equal([250f, 251f, 252f], SampleArrays.Ramp(1000).With(new Subclip(0.25, 0.253)).ReadAll());

    [Fact]
    public void Around_a_subclip_there_is_silence() =>
        Assert.Equal([0f, 0f, 250f, 251f, 0f], SampleArrays.Ramp(1000).With(new Subclip(0.25, 0.252)).Read(-2, 5));

    [Fact]
    public void A_reversed_sound_has_each_sample_once()
    {
        AudioClip noise = SampleArrays.Noise(1000, channels: 3);
        float[] forward = noise.ReadAll(), backward = noise.With(new Reverse()).ReadAll();
        for (int n = 0; n < 1000; n++)
            Assert.Equal(forward[(n * 3)..(n * 3 + 3)], backward[((999 - n) * 3)..((999 - n) * 3 + 3)]);
    }

    [Fact]
    public void A_sound_cut_out_exactly_leaves_the_rest_as_it_was() =>
        Assert.Equal([98f, 99f, 500f, 501f], SampleArrays.Ramp(1000).With(new CutOut(0.1, 0.5) { Join = SoundJoin.Exact }).Read(98, 4));

    [Fact]
    public void A_cut_between_constants_of_unlike_sign_has_no_step()
    {
        // 1 s of +0.5, then 1 s of −0.5, the middle cut out: a step of 1 without the join.
        AudioClip clip = AudioClip.From(8000, 2, t => t < 1 ? 0.5 : -0.5);
        float[] samples = clip.With(new CutOut(0.5, 1.5)).ReadAll();
        Assert.InRange(LargestStep(samples), 0.001f, 0.05f);
    }

    [Fact]
    public void A_loop_repeats_every_sample()
    {
        float[] loop = SampleArrays.Ramp(10).With(new Loop(3) { Join = SoundJoin.Exact }).ReadAll();
        Assert.Equal(Enumerable.Range(0, 30).Select(n => (float)(n % 10)), loop);
    }

    [Fact]
    public void A_loop_of_a_length_between_samples_never_drifts()
    {
        // Rounds of 10.4 samples through the clip: pictures of 10.4 ms loop with it.
        Clip click = new(TestClips.Colours(1, 1, 0.0104, _ => 0), AudioClip.From(1000, 1, t => t < 0.0005 ? 1 : 0));
        float[] samples = click.With(new Loop(1000) { Join = SoundJoin.Exact }).Audio!.ReadAll();
        for (int round = 0; round < 999; round++)
            Assert.Equal(1, samples[(int)Math.Round(round * 10.4)]);
    }

    [Fact]
    public void Speed_resamples_exactly_as_the_whole_sound_would_be()
    {
        Sound noise = TestSounds.Noise(300_000, 2, 44100);
        AudioClip fast = AudioClip.From(noise).With(new Speed(1.25));
        var expected = new float[2][];
        for (int c = 0; c < 2; c++)
            expected[c] = Resampler.Resample(noise[c].ToArray(), 5, 4);
        float[] samples = fast.ReadAll();
        Assert.Equal(240_000, fast.Length);
        for (int n = 0; n < 240_000; n++)
            Assert.Equal((expected[0][n], expected[1][n]), (samples[2 * n], samples[2 * n + 1]));
    }

    [Theory]
    [InlineData(0.37)]
    [InlineData(1.7320508)]
    [InlineData(11.3)]
    public void A_tape_at_any_speed_moves_a_tone_by_it(double factor)
    {
        AudioClip tone = AudioClip.From(8000, 20, t => Math.Sin(2 * Math.PI * 200 * t));
        AudioClip clip = tone.With(new Speed(factor));
        float[] samples = clip.ReadAll();
        for (int n = samples.Length / 4; n < samples.Length * 3 / 4; n += 7)
            Assert.Equal(Math.Sin(2 * Math.PI * 200 * factor * n / 8000), samples[n], 2e-3);
    }

    [Fact]
    public void A_sound_that_keeps_its_pitch_has_the_new_length_and_the_old_tone()
    {
        AudioClip tone = AudioClip.From(8000, 4, t => 0.5 * Math.Sin(2 * Math.PI * 400 * t));
        float[] samples = tone.With(new Speed(2) { KeepPitch = true }).ReadAll();
        Assert.Equal(16_000, samples.Length);
        int crossings = Enumerable.Range(4000, 8000).Count(n => samples[n] < 0 && samples[n + 1] >= 0);
        Assert.InRange(crossings, 398, 402);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(3)]
    public void A_time_map_reads_between_samples(double speed)
    {
        AudioClip tone = AudioClip.From(8000, 2, t => Math.Sin(2 * Math.PI * 300 * t));
        float[] samples = tone.With(new TimeMap(0.5, t => 0.25 + speed * t)).ReadAll();
        for (int n = 0; n < samples.Length; n++)
            Assert.Equal(Math.Sin(2 * Math.PI * 300 * (0.25 + speed * n / 8000)), samples[n], 1e-3);
    }

    [Fact]
    public void A_time_map_above_speed_1_lets_nothing_fold_back()
    {
        // 3.5 kHz at three times the speed would be 10.5 kHz, above half of the rate.
        AudioClip tone = AudioClip.From(8000, 6, t => Math.Sin(2 * Math.PI * 3500 * t));
        float[] samples = tone.With(new TimeMap(1, t => 1 + 3 * t)).ReadAll();
        Assert.All(samples, sample => Assert.InRange(sample, -0.001f, 0.001f));
    }

    [Fact]
    public void A_freeze_is_silent()
    {
        float[] samples = SampleArrays.Ramp(1000).With(new Freeze(0.2, 0.1) { Join = SoundJoin.Exact }).ReadAll();
        Assert.Equal([199f, 0f], samples[199..201]);
        Assert.Equal([0f, 200f], samples[299..301]);
    }

    [Fact]
    public void A_symmetric_sound_ends_as_it_began() =>
        Assert.Equal([0f, 1f, 2f, 2f, 1f, 0f], SampleArrays.Ramp(3).With(new TimeSymmetrize()).ReadAll());

    [Fact]
    public void A_delayed_sound_begins_later() => Assert.Equal([0f, 0f, 0f, 1f], SampleArrays.Ramp(5).With(new Delay(0.002)).Read(0, 4));

    [Fact]
    public void A_loopable_noise_keeps_its_power_over_the_seam()
    {
        AudioClip loop = SampleArrays.Noise(80_000).With(new MakeLoopable(2));
        float[] all = loop.ReadAll();
        Assert.Equal(Power(all[..16_000]), Power(all[^16_000..]), 0.01);
    }

    internal static float LargestStep(float[] samples) =>
        Enumerable.Range(1, samples.Length - 1).Max(n => Math.Abs(samples[n] - samples[n - 1]));

    internal static double Power(float[] samples) => samples.Average(sample => (double)sample * sample);
}
