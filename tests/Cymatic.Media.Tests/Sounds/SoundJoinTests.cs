namespace Cymatic.Media.Tests;

public class SoundJoinTests
{
    [Fact]
    public void A_sound_cut_in_two_and_joined_again_is_the_same()
    {
        AudioClip noise = SampleArrays.Noise(16_000, channels: 2);
        AudioClip joined = new JoinedSound(
            new SoundRow([noise.With(new Subclip(0, 0.777)), noise.With(new Subclip(0.777))]), SoundJoin.Default);
        float[] expected = noise.ReadAll(), actual = joined.ReadAll();
        for (int n = 0; n < expected.Length; n++)
            Assert.Equal(expected[n], actual[n], 1e-6f);
    }

    [Fact]
    public void Unlike_sounds_keep_their_power_across_a_cut()
    {
        // 400 cuts between noises that go on beyond: the mean power at each place of the window.
        AudioClip a = SampleArrays.Noise(200_000, seed: 2), b = SampleArrays.Noise(200_000, seed: 3);
        var clips = Enumerable.Range(1, 400).Select(n => (n % 2 == 0 ? a : b).With(new Subclip(n * 0.05, n * 0.05 + 0.025))).ToList();
        float[] joined = new JoinedSound(new SoundRow(clips), SoundJoin.Default).ReadAll();
        double middle = Enumerable.Range(1, 399).Average(cut => (double)joined[cut * 200] * joined[cut * 200]);
        double away = Enumerable.Range(1, 399).Average(cut => (double)joined[cut * 200 + 100] * joined[cut * 200 + 100]);
        Assert.InRange(middle / away, 0.8, 1.25);
    }

    [Fact]
    public void Sounds_that_end_at_the_cut_fade_to_it_and_from_it()
    {
        AudioClip constant = AudioClip.From(8000, 0.5, _ => 0.5);
        float[] joined = new JoinedSound(new SoundRow([constant, constant]), SoundJoin.Default).ReadAll();
        Assert.True(Math.Abs(joined[4000]) < 0.02);
        Assert.True(TimeOfSoundTests.LargestStep(joined) < 0.03);
        Assert.Equal(0.5f, joined[4000 - 40]);
        Assert.Equal(0.5f, joined[4000 + 40]);
    }

    [Fact]
    public void A_sound_that_goes_on_fades_into_one_that_begins()
    {
        AudioClip going = AudioClip.From(8000, 2, _ => 0.5).With(new Subclip(0, 1)), beginning = AudioClip.From(8000, 1, _ => -0.5);
        float[] joined = new JoinedSound(new SoundRow([going, beginning]), SoundJoin.Default).ReadAll();
        Assert.True(TimeOfSoundTests.LargestStep(joined) < 0.05);
        Assert.Equal(0.5f, joined[7999]);
    }

    [Fact]
    public void Sounds_shorter_than_the_join_still_join()
    {
        var clips = Enumerable.Range(0, 100).Select(n => AudioClip.From(8000, 0.001, _ => n % 2 == 0 ? 0.5 : -0.5)).ToList();
        float[] joined = new JoinedSound(new SoundRow(clips), SoundJoin.Default).ReadAll();
        Assert.Equal(800, joined.Length);
        Assert.All(joined, sample => Assert.InRange(sample, -0.5f, 0.5f));
    }
}
