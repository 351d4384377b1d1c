using FsCheck;
using FsCheck.Fluent;

namespace Cymatic.Plot.Tests;

public sealed class TickTests
{
    private static string[] Labels(Scale scale, double from, double to, int labels) =>
        [.. scale.Ticks.Locate(new(from, to, labels)).Ticks.Where(tick => !tick.IsMinor).OrderBy(tick => tick.Value)
            .Select(tick => tick.Label!)];

    [Fact]
    public void Ticks_are_round() => Assert.Equal(["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"], Labels(Scale.Linear, 0, 1, 6));

    [Fact]
    public void Things_are_counted_whole() => Assert.Equal(["0", "5", "10"], Labels(Scale.Linear, -0.5, 11.5, 5));

    [Fact]
    public void Negative_numbers_have_a_minus_and_zero_has_none() => Assert.Equal(["−1", "0", "1"], Labels(Scale.Linear, -1, 1, 3));

    [Fact]
    public void Large_numbers_share_a_power_of_ten()
    {
        TickSet set = Scale.Linear.Ticks.Locate(new(0, 4e7, 5));
        Assert.Equal("×10^{7}", set.Common);
        Assert.Equal(["0", "1", "2", "3", "4"], Labels(Scale.Linear, 0, 4e7, 5));
    }

    [Fact]
    public void A_large_constant_is_written_once()
    {
        TickSet set = Scale.Linear.Ticks.Locate(new(1e9, 1e9 + 4, 5));
        Assert.Equal("+1000000000", set.Common);
        Assert.Equal(["0", "1", "2", "3", "4"], [.. set.Ticks.Where(tick => !tick.IsMinor).Select(tick => tick.Label!)]);
    }

    [Fact]
    public void Decades_are_powers_of_ten() =>
        Assert.Equal(["10^{−6}", "10^{−3}", "10^{0}", "10^{3}", "10^{6}"], Labels(Scale.Log, 1e-6, 1e6, 5));

    [Fact]
    public void Few_decades_are_plain_numbers() => Assert.Equal(["10", "100", "1000"], Labels(Scale.Log, 10, 1000, 8));

    [Fact]
    public void Less_than_a_decade_is_divided() => Assert.Equal(["2", "5", "10"], Labels(Scale.Log, 2, 15, 5));

    [Fact]
    public void Notes_are_named() => Assert.Equal(["C2", "C3", "C4", "C5"], Labels(Scale.Notes, 65, 530, 5));

    [Fact]
    public void An_octave_has_its_tones() =>
        Assert.Equal(["A4", "B4", "C5", "D5", "E5", "F5", "G5", "A5"], Labels(Scale.Notes, 440, 880, 9));

    [Theory]
    [InlineData(0.1, "0|20 ms|40 ms|60 ms|80 ms|100 ms")]
    [InlineData(5, "0|1 s|2 s|3 s|4 s|5 s")]
    [InlineData(150, "0:00|0:30|1:00|1:30|2:00|2:30")]
    [InlineData(7200, "0:00:00|0:30:00|1:00:00|1:30:00|2:00:00")]
    public void Times_are_written_by_their_length(double to, string labels) =>
        Assert.Equal(labels.Split('|'), Labels(Scale.Time, 0, to, 6));

    [Fact]
    public void Ticks_can_be_had_without_an_axis() =>
        Assert.Equal([(0.0, "0:00"), (30, "0:30"), (60, "1:00")], Scale.Time.TicksBetween(0, 65, 3));

    [Theory]
    [InlineData(1, 1, 3)]
    [InlineData(0, double.NaN, 3)]
    [InlineData(0, 1, 0)]
    public void Ticks_of_no_axis_are_refused(double from, double to, int labels) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Scale.Linear.TicksBetween(from, to, labels));

    [Fact]
    public void Labels_never_touch_whatever_the_limits_are() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(NormalFloat From, NormalFloat Length, byte Scale, byte Width)>(), sample =>
        {
            double from = sample.From.Get, length = Math.Abs(sample.Length.Get);
            Scale scale =
                (sample.Scale % 5) switch { 0 => Scale.Linear, 1 => Scale.Log, 2 => Scale.Symlog(1), 3 => Scale.Time, _ => Scale.Notes };
            from = scale.IsPositive ? Math.Abs(from) + 1e-3 : from;
            double to = from + length;
            if (!(scale.Place(to) - scale.Place(from) > 1e-9 * Math.Abs(scale.Place(to))) || !double.IsFinite(to))
                return true;
            var projection = new AxisProjection(scale, new Shown(from, to), 0, 20 + 4 * sample.Width);
            TickPlan plan = TickPlan.Create(new Axis { Scale = scale }, projection, horizontal: true, TestFigures.Light);
            var labels = plan.Labels.Where(tick => tick.Label is not null).OrderBy(tick => tick.Place).ToArray();
            return labels.Zip(labels.Skip(1)).All(pair =>
                pair.First.Place + pair.First.Label!.Width / 2 < pair.Second.Place - pair.Second.Label!.Width / 2);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_million_ticks_are_thinned()
    {
        var projection = new AxisProjection(Scale.Linear, new Shown(0, 1), 0, 400);
        TickPlan plan = TickPlan.Create(new Axis { Ticks = Ticks.Every(1e-6) }, projection, horizontal: true, TestFigures.Light);
        Assert.InRange(plan.Labels.Count, 2, Ticks.Most);
        Assert.InRange(plan.Labels.Count(tick => tick.Label is not null), 1, 20);
    }
}
