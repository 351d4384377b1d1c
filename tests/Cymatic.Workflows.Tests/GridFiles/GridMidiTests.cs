using Cymatic.Grid;
using Cymatic.Music;

namespace Cymatic.Workflows.Tests;

public sealed class GridMidiTests
{
    [Fact]
    public void There_is_a_named_track_for_each_row() =>
        Assert.Equal(["bright 1", "low, 1", "low 2"], Read(Documents.Small()).Tracks.Select(track => track.Name));

    [Theory]
    [InlineData(null, 0)]
    [InlineData(120.0, 0)]
    [InlineData(133.3, 0.3)]
    [InlineData(77.7, 0.01)]
    [InlineData(174.0, 2.05)]
    public void Notes_start_and_end_where_blocks_do(double? bpm, double firstBeat)
    {
        GridDocument document = Documents.Small(bpm, firstBeat);
        Score score = Read(document);
        for (int row = 0; row < 3; row++)
        {
            GridEvent[] blocks = [.. document.Grid.Events.Where(block => block.Row == row)];
            Assert.Equal(blocks.Length, score.Tracks[row].Notes.Count);
            Assert.All(blocks.Zip(score.Tracks[row].Notes), pair =>
            {
                Assert.Equal(pair.First.Onset, score.Tempo.ToSeconds(pair.Second.Start), 1e-3);
                // A sound that is struck again ends.
                double end = blocks.Select(block => block.Onset).Where(onset => onset > pair.First.Onset).Append(pair.First.Offset).Min();
                Assert.Equal(Math.Min(end, pair.First.Offset), score.Tempo.ToSeconds(pair.Second.End), 1e-3);
            });
        }
    }

    [Theory]
    [InlineData(120, 0)]
    [InlineData(133.3, 0.3)]
    [InlineData(174, 2.05)]
    [InlineData(90, 0.1)]
    [InlineData(112, 0.0977)]
    [InlineData(100, 1.9)]
    public void Bars_begin_where_the_picture_has_them(double bpm, double firstBeat)
    {
        Score score = Read(Documents.Small(bpm, firstBeat));
        TimeSignature bars = score.TimeSignatures[^1];
        Assert.Equal((4, 4), (bars.Numerator, bars.Denominator));
        for (int bar = 0; bar < 8; bar++)
        {
            long tick = score.Tempo.ToTick(firstBeat + bar * 4 * 60 / bpm);
            if (tick >= bars.Tick)
                Assert.InRange((tick - bars.Tick + 3) % 3840, 0, 6);
        }
    }

    [Fact]
    public void What_comes_before_bar_1_is_a_bar_of_its_own_length()
    {
        Score score = Read(Documents.Small(100, 1.5));
        Assert.Equal([new(0, 5, 8), new(2400, 4, 4)], score.TimeSignatures);
    }

    [Fact]
    public void A_moment_before_bar_1_is_part_of_it()
    {
        Score score = Read(Documents.Small(90, 0.005));
        Assert.Equal([new(0, 4, 4)], score.TimeSignatures);
        Assert.Equal(3840, score.Tempo.ToTick(0.005 + 4 * 60 / 90.0));
    }

    [Fact]
    public void The_loudest_block_has_the_highest_velocity_and_12_dB_less_halves_it()
    {
        GridDocument document = Documents.Small();
        document = document with { Grid = document.Grid with { Events = [new(0, 1, 0, -6), new(1, 2, 0, -6 - 12.0412)] } };
        Assert.Equal([127, 63], Read(document).Tracks[0].Notes.Select(note => note.Velocity));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(33)]
    [InlineData(128)]
    public void Rows_have_pitches_of_their_own_falling_from_the_top_and_none_is_a_drum(int rows)
    {
        Note[] notes = [.. Read(Rows(rows)).Tracks.Select(track => track.Notes[0])];
        Assert.All(notes.Zip(notes.Skip(1)), pair => Assert.Equal(pair.First.Pitch - 1, pair.Second.Pitch));
        Assert.DoesNotContain(9, notes.Select(note => note.Channel));
    }

    [Fact]
    public void Two_hundred_rows_are_written_too() => Assert.Equal(200, Read(Rows(200)).Tracks.Count);

    private static GridDocument Rows(int rows)
    {
        GridDocument document = Documents.Small();
        return document with
        {
            Grid = document.Grid with
            {
                Sounds = [.. Enumerable.Range(0, rows).Select(row => new GridSound($"sound {row}", "mix", 100))],
                Events = [.. Enumerable.Range(0, rows).Select(row => new GridEvent(row, row + 1, row, -10))],
            },
        };
    }

    private static Score Read(GridDocument document) => MidiFile.Parse(Documents.Bytes(GridMidi.Write, document), "grid.mid").ToScore();
}
