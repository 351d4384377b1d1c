namespace Cymatic.Media.Tests;

public class FrameAtTests
{
    [Theory]
    [InlineData(24000, 1001)]
    [InlineData(275642, 10000)]
    [InlineData(30, 1)]
    [InlineData(50, 3)]
    public void The_time_of_a_frame_is_its_own_after_any_start(int num, int den)
    {
        FrameRate rate = new(num, den);
        for (long start = 0; start < 200_000; start += 1999)
        {
            for (long n = 0; n < 20; n++)
                Assert.Equal(start + n, rate.FrameAt(rate.TimeOf(start) + rate.TimeOf(n)));
        }
    }

    [Fact]
    public void A_frame_is_seen_until_the_next_begins() => Assert.Equal(2, new FrameRate(10).FrameAt(0.2999));

    [Fact]
    public void Before_time_0_frames_are_negative() => Assert.Equal(-1, new FrameRate(10).FrameAt(-0.05));
}
