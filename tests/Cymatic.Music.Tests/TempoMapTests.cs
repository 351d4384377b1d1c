using FsCheck;
using FsCheck.Fluent;

namespace Cymatic.Music.Tests;

public sealed class TempoMapTests
{
    private static readonly MidiDivision Quarter480 = MidiDivision.PerQuarter(480);

    [Fact]
    public void Without_a_tempo_a_quarter_is_half_a_second() =>
        Assert.Equal(0.5, new TempoMap(Quarter480).ToSeconds(480));

    [Fact]
    public void A_change_counts_from_its_tick_on()
    {
        var map = new TempoMap(Quarter480, new TempoChange(960, 250_000));
        Assert.Equal([1.0, 1.25], [map.ToSeconds(960), map.ToSeconds(1440)]);
    }

    [Fact]
    public void Of_two_changes_at_one_tick_the_later_counts() =>
        Assert.Equal(2, new TempoMap(Quarter480, new TempoChange(0, 1), new TempoChange(0, 1_000_000)).ToSeconds(960));

    [Fact]
    public void A_million_thirds_of_a_second_are_exact()
    {
        // One tick is 1/3 s: sums of rounded thirds would drift.
        var map = new TempoMap(MidiDivision.PerQuarter(3), new TempoChange(0, 1_000_000));
        Assert.Equal(1_000_000, map.ToSeconds(3_000_000));
    }

    [Fact]
    public void Drop_frame_time_runs_at_30000_over_1001() =>
        Assert.Equal(1001.0 / 30_000, new TempoMap(MidiDivision.Smpte(29, 80)).ToSeconds(80));

    [Fact]
    public void Tempo_changes_nothing_in_smpte_time() =>
        Assert.Equal(1, new TempoMap(MidiDivision.Smpte(25, 40), new TempoChange(0, 1)).ToSeconds(1000));

    [Fact]
    public void A_tempo_in_beats_a_minute_comes_back() =>
        Assert.Equal(130, TempoChange.FromBpm(0, 130).Bpm, 3);

    [Fact]
    public void Seconds_lead_back_to_their_tick()
    {
        Gen<TempoMap> maps =
            from ticks in Gen.Choose(1, 30_000)
            from changes in (
                from tick in Gen.Choose(0, 10_000_000)
                from tempo in Gen.Choose(1000, 0xFFFFFF)
                select new TempoChange(tick, tempo)).ListOf()
            select new TempoMap(MidiDivision.PerQuarter(ticks), changes);
        Prop.ForAll(maps.ToArbitrary(), Gen.Choose(0, 20_000_000).ToArbitrary(), (map, tick) => map.ToTick(map.ToSeconds(tick)) == tick)
            .Check(Config.QuickThrowOnFailure.WithReplay(1, 3).WithMaxTest(500));
    }

    [Theory]
    [InlineData(-1, 1000)]
    [InlineData(0, 0)]
    [InlineData(0, 0x1000000)]
    public void A_change_that_midi_cannot_say_is_refused(long tick, int tempo) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TempoMap(Quarter480, new TempoChange(tick, tempo)));
}
