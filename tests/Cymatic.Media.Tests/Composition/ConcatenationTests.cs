using Cymatic.Imaging;
using static Cymatic.Media.Tests.NumberedClip;

namespace Cymatic.Media.Tests;

public class ConcatenationTests
{
    private static readonly FrameRate Film = new(24000, 1001);

    [Fact]
    public void A_thousand_single_frames_each_show_once_in_their_order()
    {
        Random random = new(3);
        NumberedClip movie = new(Film, 5000);
        int[] wanted = [.. Enumerable.Range(0, 1000).Select(_ => random.Next(5000))];
        Clip[] clips = [.. wanted.Select(n => new Clip(movie.With(new Subclip(Film.TimeOf(n), Film.TimeOf(n + 1)))))];
        Assert.Equal(wanted.Select(n => (long)n), Numbers(Concatenation.Of(clips).Video!, Film, 1000));
    }

    [Fact]
    public void It_lasts_as_long_as_all_together() =>
        Assert.Equal(6, Concatenation.Of(Letters.Clip("R", 1), Letters.Clip("G", 2), Letters.Clip("B", 3)).Duration);

    [Theory]
    [InlineData(FrameFit.Pad, "KKKK/KGGK/KKKK")]
    [InlineData(FrameFit.Stretch, "GGGG/GGGG/GGGG")]
    [InlineData(FrameFit.Crop, "GGGG/GGGG/GGGG")]
    [InlineData(FrameFit.Letterbox, "GGGG/GGGG/KKKK")]
    public void A_smaller_clip_comes_into_the_frame(FrameFit fit, string expected)
    {
        Clip clip = Concatenation.Of([Letters.Clip("RRRR/RRRR/RRRR", 1), Letters.Clip("GG", 1)], new() { Fit = fit, Size = (4, 3) });
        Assert.Equal(expected, Letters.At(clip.Video!, 1.5));
    }

    [Fact]
    public void A_cross_fade_mixes_both_and_shortens_the_whole()
    {
        VideoClip clip = Concatenation.Of([Letters.Clip("R", 2), Letters.Clip("B", 2)], new() { CrossFade = 1 }).Video!;
        using Frame frame = Frame.Rent(1, 1);
        clip.Render(1.5, frame);
        Assert.Equal(3, clip.Duration);
        Assert.InRange((int)(frame.PixelRow(0)[0] & 255), 127, 128);
        Assert.Equal("R", Letters.At(clip, 1));
        Assert.Equal("B", Letters.At(clip, 2));
    }

    [Fact]
    public void A_clip_too_short_for_the_cross_fade_is_refused() =>
        Assert.Contains("Clip 2", Assert.Throws<ArgumentException>(
            () => Concatenation.Of([Letters.Clip("R", 2), Letters.Clip("B", 1.5), Letters.Clip("G", 2)], new() { CrossFade = 1 })).Message);

    [Fact]
    public void A_transition_comes_between_each_two()
    {
        VideoClip clip = Concatenation.Of([Letters.Clip("R", 1), Letters.Clip("G", 1)],
            new() { Transition = Letters.Clip("W", 0.5) }).Video!;
        Assert.Equal("RWG", string.Concat(new[] { 0.9, 1.2, 1.6 }.Select(t => Letters.At(clip, t))));
    }

    [Fact]
    public void Only_the_last_clip_may_be_without_end() =>
        Assert.Throws<ArgumentException>(() => Concatenation.Of(Letters.Clip("R"), Letters.Clip("G", 1)));

    [Fact]
    public void Sounds_begin_with_their_pictures_after_hundreds_of_odd_lengths()
    {
        // Each clip lasts 1.0101 frames of 10 ms at 8 kHz, and clicks at its beginning.
        Clip click = new(Letters.Clip("R", 0.0101), AudioClip.From(8000, 0.0101, t => t < 0.0001 ? 1 : 0));
        AudioClip sound = Concatenation.Of([.. Enumerable.Repeat(click, 500)], new() { Join = SoundJoin.Exact }).Audio!;
        float[] samples = sound.ReadAll();
        for (int n = 0; n < 500; n++)
            Assert.Equal(1, samples[(int)Math.Round(n * 0.0101 * 8000)]);
    }

    [Fact]
    public void A_sound_longer_than_its_pictures_is_cut_and_a_shorter_one_followed_by_silence()
    {
        Clip longer = new(Letters.Clip("R", 1), AudioClip.From(1000, 3, _ => 0.5)),
            shorter = new(Letters.Clip("R", 1), AudioClip.From(1000, 0.5, _ => 0.25));
        AudioClip sound = Concatenation.Of([longer, shorter, longer], new() { Join = SoundJoin.Exact }).Audio!;
        Assert.Equal(3000, sound.Length);
        Assert.Equal([0.5f, 0.25f], sound.Read(999, 2));
        Assert.Equal([0.25f, 0f], sound.Read(1499, 2));
        Assert.Equal([0f, 0.5f], sound.Read(1999, 2));
    }

    [Fact]
    public void A_movie_cut_into_pieces_and_put_together_again_sounds_the_same()
    {
        Clip movie = new(Letters.Clip("R", 4), SampleArrays.Noise(32_000));
        Clip[] pieces = [.. Enumerable.Range(0, 40).Select(n => movie.With(new Subclip(n * 0.1, (n + 1) * 0.1)))];
        float[] expected = movie.Audio!.ReadAll(), actual = Concatenation.Of(pieces).Audio!.ReadAll();
        for (int n = 0; n < expected.Length; n++)
            Assert.Equal(expected[n], actual[n], 1e-6f);
    }

    [Fact]
    public void A_clip_without_sound_is_silent_among_others()
    {
        AudioClip sound = Concatenation.Of(new Clip(Letters.Clip("R", 1)),
            new Clip(Letters.Clip("R", 1), AudioClip.From(1000, 1, _ => 0.5))).Audio!;
        Assert.Equal(0, sound.Read(500, 1)[0]);
        Assert.Equal(0.5f, sound.Read(1500, 1)[0]);
    }

    [Fact]
    public void Cross_faded_noises_keep_their_power()
    {
        Clip a = new(Letters.Clip("R", 4), SampleArrays.Noise(32_000, seed: 4)),
            b = new(Letters.Clip("R", 4), SampleArrays.Noise(32_000, seed: 5));
        AudioClip sound = Concatenation.Of([a, b], new() { CrossFade = 2 }).Audio!;
        Assert.Equal(48_000, sound.Length);
        Assert.Equal(TimeOfSoundTests.Power(sound.Read(0, 8000)), TimeOfSoundTests.Power(sound.Read(20_000, 8000)), 0.01);
    }
}
