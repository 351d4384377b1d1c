namespace Cymatic.Grid.Tests;

public sealed class TempoTests
{
    [Fact]
    public void Many_blocks_on_a_pulse_have_a_tempo() => Assert.Equal(120, Tempo.Of(Grid(40), new(), new Pulse(0.5, 0.1, 0.9)).Bpm);

    [Fact]
    public void Few_blocks_lie_on_some_pulse_by_chance() => Assert.Null(Tempo.Of(Grid(12), new(), new Pulse(0.5, 0.1, 0.75)).Bpm);

    [Fact]
    public void Blocks_that_start_together_count_once()
    {
        SoundGrid grid = Grid(12) with { Events = [.. Enumerable.Repeat(Grid(12).Events, 5).SelectMany(e => e)] };
        Assert.Null(Tempo.Of(grid, new(), new Pulse(0.5, 0.1, 0.75)).Bpm);
    }

    [Fact]
    public void A_tempo_that_is_told_is_believed() => Assert.Equal(97, Tempo.Of(Grid(1), new() { Bpm = 97 }, new Pulse(0.5, 0.1, 0)).Bpm);

    [Fact]
    public void The_first_beat_is_where_the_first_block_begins()
    {
        IEnumerable<GridEvent> events = Grid(40).Events.Select(e => e with { Onset = e.Onset + 3.11, Offset = e.Offset + 3.11 });
        SoundGrid late = Grid(40) with { Events = [.. events] };
        Assert.Equal(3.1, Tempo.Of(late, new(), new Pulse(0.25, 0.1, 0.9)).FirstBeat, 1e-9);
    }

    [Fact]
    public void The_first_beat_is_not_before_the_song() =>
        Assert.Equal(0, Tempo.Of(Grid(40), new(), new Pulse(0.5, 0.499, 0.9)).FirstBeat);

    private static SoundGrid Grid(int blocks) => new()
    {
        Duration = 20,
        Method = "waveform",
        Sounds = [new("a", "mix", 100)],
        Events = [.. Enumerable.Range(0, blocks).Select(i => new GridEvent(0.5 * i, 0.5 * i + 0.1, 0, -10))],
    };
}
