namespace Cymatic.Media.Tests;

public sealed class RemainingTimeTests
{
    [Fact]
    public void An_even_pace_goes_on()
    {
        Clock clock = new();
        RemainingTime remaining = new(clock);
        TimeSpan? left = null;
        for (int second = 0; second <= 40; second++)
            left = remaining.After(clock.Set(second) / 100.0);
        Assert.Equal(60, left!.Value.TotalSeconds, 6);
    }

    [Fact]
    public void A_slow_start_is_forgotten()
    {
        Clock clock = new();
        RemainingTime remaining = new(clock);
        remaining.After(0);
        TimeSpan? left = null;
        for (int second = 0; second <= 50; second++)
            left = remaining.After(clock.Set(50 + second) is var now ? (now - 50) / 100.0 : 0);
        Assert.Equal(50, left!.Value.TotalSeconds, 6);
    }

    [Fact]
    public void At_first_nobody_knows()
    {
        Clock clock = new();
        RemainingTime remaining = new(clock);
        Assert.Null(remaining.After(0));
        clock.Set(0.1);
        Assert.Null(remaining.After(0.01));
    }

    private sealed class Clock : TimeProvider
    {
        private double _now;

        public override long TimestampFrequency => 1000;

        public double Set(double seconds) => _now = seconds;

        public override long GetTimestamp() => (long)(_now * 1000);
    }
}
