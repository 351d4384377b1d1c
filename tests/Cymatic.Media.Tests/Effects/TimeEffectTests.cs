using Cymatic.Imaging;
using static Cymatic.Media.Tests.NumberedClip;

namespace Cymatic.Media.Tests;

public class TimeEffectTests
{
    private static readonly FrameRate Film = new(24000, 1001);

    [Theory]
    [InlineData(24000, 1001)]
    [InlineData(275642, 10000)]
    [InlineData(30, 1)]
    [InlineData(7, 3)]
    public void A_subclip_from_the_time_of_a_frame_begins_with_that_frame(int num, int den)
    {
        FrameRate rate = new(num, den);
        NumberedClip clip = new(rate, 10_000);
        for (int n = 0; n < 9_990; n += 37)
            Assert.Equal([n, n + 1, n + 2], Numbers(clip.With(new Subclip(rate.TimeOf(n), rate.TimeOf(n + 3))), rate, 3));
    }

    [Fact]
    public void A_chain_of_subclips_lands_on_exact_frames()
    {
        VideoClip clip = new NumberedClip(Film, 10_000);
        for (int cut = 1; cut <= 20; cut++)
            clip = clip.With(new Subclip(Film.TimeOf(7 * cut)));
        Assert.Equal([1470, 1471, 1472], Numbers(clip, Film, 3));
    }

    [Fact]
    public void A_negative_start_counts_from_the_end() =>
        Assert.Equal([90, 91], Numbers(new NumberedClip(new(10), 100).With(new Subclip(-1, -0.5)), new(10), 2));

    [Fact]
    public void A_subclip_lasts_from_its_start_to_its_end() =>
        Assert.Equal(1.5, new NumberedClip(new(10), 100).With(new Subclip(2, 3.5)).Duration, 12);

    [Theory]
    [InlineData(5, 3)]
    [InlineData(0, 10.5)]
    [InlineData(-11, 5)]
    public void A_subclip_outside_the_clip_is_refused_with_its_length(double start, double end) =>
        Assert.Contains("10", Assert.Throws<ArgumentException>(() => new NumberedClip(new(10), 100).With(new Subclip(start, end))).Message);

    [Fact]
    public void Cutting_out_joins_the_frames_around_the_part() =>
        Assert.Equal([8, 9, 15, 16],
            Numbers(new NumberedClip(Film, 40).With(new CutOut(Film.TimeOf(10), Film.TimeOf(15))), Film, 35)[8..12]);

    [Fact]
    public void Double_speed_shows_every_second_frame() =>
        Assert.Equal([0, 2, 4, 6, 8], Numbers(new NumberedClip(Film, 10).With(new Speed(2)), Film, 5));

    [Fact]
    public void A_clip_in_slow_motion_has_a_lower_rate()
    {
        VideoClip slow = new NumberedClip(Film, 10).With(new Speed(0.25));
        Assert.Equal(new FrameRate(6000, 1001), slow.Rate);
        Assert.Equal(Enumerable.Range(0, 10).Select(n => (long)n), Numbers(slow, slow.Rate!.Value, 10));
    }

    [Fact]
    public void A_final_duration_is_met() => Assert.Equal(7.3, new NumberedClip(Film, 100).With(Speed.ToLast(7.3)).Duration, 12);

    [Theory]
    [InlineData(24000, 1001, 17)]
    [InlineData(275642, 10000, 999)]
    public void A_reversed_clip_shows_each_frame_once_last_first(int num, int den, int count)
    {
        FrameRate rate = new(num, den);
        long[] expected = [.. Enumerable.Range(0, count).Select(n => (long)(count - 1 - n))];
        Assert.Equal(expected, Numbers(new NumberedClip(rate, count).With(new Reverse()), rate, count));
    }

    [Fact]
    public void Reversed_twice_is_the_clip() =>
        Assert.Equal([0, 1, 2, 3, 4], Numbers(new NumberedClip(Film, 5).With(new Reverse()).With((IVideoEffect)new Reverse()), Film, 5));

    [Fact]
    public void A_symmetric_clip_goes_forwards_then_backwards() =>
        Assert.Equal([0, 1, 2, 2, 1, 0], Numbers(new NumberedClip(Film, 3).With(new TimeSymmetrize()), Film, 6));

    [Fact]
    public void A_loop_of_an_odd_rate_stays_exact_for_thousands_of_rounds()
    {
        VideoClip loop = new NumberedClip(Film, 7).With(new Loop(5000));
        for (int n = 0; n < 35_000; n += 101)
            Assert.Equal(n % 7, NumberAt(loop, Film.TimeOf(n)));
    }

    [Fact]
    public void A_loop_for_a_time_is_cut_there() => Assert.Equal(2.5, new NumberedClip(new(10), 10).With(Loop.For(2.5)).Duration);

    [Fact]
    public void A_loop_without_number_never_ends() =>
        Assert.Equal(double.PositiveInfinity, new NumberedClip(new(10), 10).With(new Loop()).Duration);

    [Fact]
    public void A_freeze_holds_its_frame_and_goes_on() =>
        Assert.Equal([0, 1, 2, 2, 2, 2, 3, 4], Numbers(new NumberedClip(new(10), 5).With(new Freeze(0.2, 0.3)), new(10), 8));

    [Fact]
    public void A_freeze_at_the_end_holds_the_last_frame() =>
        Assert.Equal([3, 4, 4, 4], Numbers(new NumberedClip(Film, 5).With(Freeze.AtEnd(Film.TimeOf(2))), Film, 7)[3..]);

    [Fact]
    public void A_padded_freeze_at_the_end_leaves_the_end_out() =>
        Assert.Equal([0, 1, 2, 2, 2], Numbers(new NumberedClip(new(10), 5).With(Freeze.AtEnd(0.2, padding: 0.2)), new(10), 5));

    [Fact]
    public void A_longer_duration_holds_the_last_frame() =>
        Assert.Equal([2, 3, 3, 3], Numbers(new NumberedClip(new(10), 4).With(new SetDuration(1)), new(10), 10)[2..6]);

    [Fact]
    public void A_lower_rate_holds_each_picture() =>
        Assert.Equal([0, 0, 0, 3, 3, 3, 6], Numbers(new NumberedClip(new(30), 9).With(new SetRate(new(10))), new(30), 7));

    [Fact]
    public void A_time_map_outside_the_clip_shows_its_ends() =>
        Assert.Equal([0, 0, 1, 2, 2], Numbers(new NumberedClip(new(1), 3).With(new TimeMap(5, t => t - 1)), new(1), 5));

    [Fact]
    public void A_time_map_to_no_number_is_refused() =>
        Assert.Throws<ArgumentException>(() => NumberAt(new NumberedClip(new(1), 3).With(new TimeMap(5, _ => double.NaN)), 1));

    [Theory]
    [InlineData(0.5, 0.25)]
    [InlineData(1, 1)]
    [InlineData(2, 4 - 1)]
    public void Acceleration_follows_its_formula(double t, double expected)
    {
        // 2 s of source in 2 s, abruptness 1: 2·2·(t/2)² in the first half, mirrored in the second.
        VideoClip clip = TestClips.Colours(1, 1, 2, time => (uint)Math.Round(time * 1000)).With(new AccelDecel());
        Assert.Equal(expected is 3 ? 2000 : expected * 1000, NumberAt(clip, t));
    }

    [Fact]
    public void A_soon_acceleration_is_ahead() =>
        Assert.True(NumberAt(TestClips.Colours(1, 1, 2, Milliseconds).With(new AccelDecel { Soonness = 0.5 }), 1) > 1000);

    [Fact]
    public void A_delayed_clip_is_transparent_before()
    {
        VideoClip clip = new NumberedClip(Film, 5).With(new Delay(Film.TimeOf(3)));
        using Frame frame = Frame.Rent(2, 1);
        clip.Render(Film.TimeOf(2), frame);
        Assert.Equal(0u, frame.PixelRow(0)[0]);
        Assert.Equal([0, 1], Numbers(clip, Film, 5)[3..]);
    }

    [Fact]
    public void A_frozen_region_stays_and_the_rest_moves()
    {
        VideoClip clip = new NumberedClip(new(10), 9).With(new FreezeRegion(0.2, new(0, 0, 1, 1)));
        using Frame frame = Frame.Rent(2, 1);
        clip.Render(0.7, frame);
        Assert.Equal([0xFF000002, 0xFF000007], frame.PixelRow(0).ToArray());
    }

    [Fact]
    public void The_end_of_a_loopable_clip_meets_its_beginning()
    {
        VideoClip clip = TestClips.Colours(1, 1, 4, t => (uint)Math.Round(t * 50)).With(new MakeLoopable(1));
        Assert.Equal(3, clip.Duration);
        Assert.Equal(50, NumberAt(clip, 0));
        Assert.Equal(50, NumberAt(clip, 3));
        Assert.Equal((175 + 25) / 2, NumberAt(clip, 2.5), 1.0);
    }

    [Fact]
    public void Sound_is_as_long_as_the_pictures_before_both_are_cut()
    {
        Clip clip = new Clip(new NumberedClip(new(10), 100), AudioClip.From(8000, 3, t => 0.5)).With(new Subclip(-1));
        Assert.Equal(8000, clip.Audio!.Length);
        var samples = new float[8000];
        clip.Audio.Render(0, samples);
        Assert.All(samples, sample => Assert.Equal(0, sample));
    }

    private static uint Milliseconds(double t) => (uint)Math.Round(t * 1000);
}
