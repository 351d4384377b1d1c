using Cymatic.Grid;
using Cymatic.Music;

namespace Cymatic.Workflows;

/// <summary>A grid as music: a named track for each row, a note for each block.</summary>
public static class GridMidi
{
    private const int TicksPerQuarter = 960, BeatsPerBar = 4, DefaultBpm = 120, PercussionChannel = 9;

    // What comes before bar 1 is so many of these, of a tempo that programs do not refuse.
    private const int ShortestNote = 32;
    private const double FastestBpm = 1000;

    /// <summary>The score of a grid.</summary>
    /// <remarks>
    /// Rows are semitones, the top row the highest, around middle C. Velocity is the square root of amplitude (Dannenberg, ICMC 2006), the
    /// loudest block 127. When the tempo is known, bars start at the first beat: what comes before it is a shorter bar with a tempo of its
    /// own.
    /// </remarks>
    public static Score ToScore(GridDocument document)
    {
        SoundGrid grid = document.Grid;
        (TempoMap tempo, TimeSignature[] bars) = TempoOf(grid);
        double loudest = grid.Events.Select(block => block.LevelDb).DefaultIfEmpty(0).Max();
        ILookup<int, GridEvent> rows = grid.Events.ToLookup(block => block.Row);
        return new Score
        {
            Name = document.Title,
            Tempo = tempo,
            TimeSignatures = bars,
            Tracks = [.. grid.Sounds.Select((sound, row) => new Track
            {
                Name = sound.Name,
                Notes = NotesOf(
                    [.. rows[row].OrderBy(block => block.Onset)], tempo, PitchOf(row, grid.Sounds.Count), ChannelOf(row), loudest),
            })],
        };
    }

    /// <summary>Writes a Standard MIDI File of format 1.</summary>
    public static void Write(Stream stream, GridDocument document) => stream.Write(ToScore(document).ToMidi().ToBytes());

    private static (TempoMap Tempo, TimeSignature[] Bars) TempoOf(SoundGrid grid)
    {
        if (grid.Bpm is not { } bpm)
            return (TempoMap.Constant(DefaultBpm, TicksPerQuarter), [new TimeSignature(0, BeatsPerBar, 4)]);
        MidiDivision division = MidiDivision.PerQuarter(TicksPerQuarter);
        double bar = BeatsPerBar * 60 / bpm, upbeat = grid.FirstBeat - Math.Floor(grid.FirstBeat / bar) * bar;
        if (upbeat < 1e-3)
            return (new TempoMap(division, TempoChange.FromBpm(0, bpm)), [new TimeSignature(0, BeatsPerBar, 4)]);
        const int whole = BeatsPerBar * ShortestNote / 4, ticks = TicksPerQuarter * 4 / ShortestNote;
        int notes = Math.Clamp((int)Math.Round(upbeat / bar * whole), 1, whole);
        if (BpmOf(notes, upbeat) > FastestBpm)
            (notes, upbeat) = (whole, upbeat + bar);
        TimeSignature first = Shortest(notes);
        return (
            new TempoMap(division, TempoChange.FromBpm(0, BpmOf(notes, upbeat)), TempoChange.FromBpm(notes * ticks, bpm)),
            notes == whole ? [first] : [first, new TimeSignature(notes * ticks, BeatsPerBar, 4)]);
    }

    private static double BpmOf(int shortestNotes, double seconds) => shortestNotes * 4.0 / ShortestNote * 60 / seconds;

    // 8/32 is 1/4.
    private static TimeSignature Shortest(int notes)
    {
        int unit = ShortestNote;
        for (; notes % 2 == 0 && unit > 4; unit /= 2)
            notes /= 2;
        return new TimeSignature(0, notes, unit);
    }

    // MIDI cannot tell overlapping notes of one pitch apart: a block ends where the next of its row begins.
    private static Note[] NotesOf(GridEvent[] blocks, TempoMap tempo, int pitch, int channel, double loudestDb)
    {
        var notes = new Note[blocks.Length];
        for (int i = 0; i < blocks.Length; i++)
        {
            long start = Math.Max(tempo.ToTick(blocks[i].Onset), 0);
            long end = tempo.ToTick(i + 1 < blocks.Length ? Math.Min(blocks[i].Offset, blocks[i + 1].Onset) : blocks[i].Offset);
            int velocity = (int)Math.Round(127 * Math.Pow(10, (blocks[i].LevelDb - loudestDb) / 40));
            notes[i] = new Note(start, Math.Max(end - start, 1), pitch, Math.Clamp(velocity, 1, 127), channel);
        }

        return notes;
    }

    private static int PitchOf(int row, int rows)
    {
        int lowest = Math.Clamp(60 - rows / 2, 0, Math.Max(128 - rows, 0));
        return (lowest + (rows - 1 - row)) % 128;
    }

    // Channel 9 is drums in General MIDI: a pitch there would be another instrument.
    private static int ChannelOf(int row) => row % 15 is var channel && channel < PercussionChannel ? channel : channel + 1;
}
