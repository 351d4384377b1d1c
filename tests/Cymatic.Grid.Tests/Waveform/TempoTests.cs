namespace Cymatic.Grid.Tests;

public sealed class TempoTests
{
    [Fact]
    public void Many_blocks_on_a_pulse_have_a_tempo() => Assert.Equal(120, Tempo.Of(Grid(40), new(), new Pulse(0.5, 0.1, 0.9)).Bpm);

    [Fact]
    public void Few_blocks_lie_on_some_pulse_by_chance() => Assert.Null(Tempo.Of(Grid(12), new(), new Pulse(0.5, 0.1, 0.75)).Bpm);

    [Fact]
    public void Blocks_that_start_together_count_once() =>
        Assert.Null(Tempo.Of(Grid(12) with { Events = [.. Enumerable.Repeat(Grid(12).Events, 5).SelectMany(e => e)] }, new(), new Pulse(0.5, 0.1, 0.75)).Bpm);

    [Fact]
    public void A_tempo_that_is_told_is_believed() => Assert.Equal(97, Tempo.Of(Grid(1), new() { Bpm = 97 }, new Pulse(0.5, 0.1, 0)).Bpm);

    private static SoundGrid Grid(int blocks) => new()
    {
        Duration = 20,
        Method = "waveform",
        Sounds = [new("a", "mix", 100)],
        Events = [.. Enumerable.Range(0, blocks).Select(i => new GridEvent(0.5 * i, 0.5 * i + 0.1, 0, -10))],
    };
}
