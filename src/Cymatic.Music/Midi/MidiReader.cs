namespace Cymatic.Music;

/// <summary>Reads the chunks of a Standard MIDI File.</summary>
internal sealed class MidiReader(byte[] bytes, MidiFaults faults)
{
    /// <summary>Larger files are refused: nobody's music is that long, and every event takes memory.</summary>
    public const long MaximumLength = 256L << 20;

    private readonly MidiCursor _cursor = new(bytes, faults);
    private readonly List<MidiTrack> _tracks = [];

    public MidiFile Read()
    {
        EnterRiff();
        (int format, int count, MidiDivision division) = ReadHeader();
        while (_cursor.Left > 0 && ReadChunk(count))
        {
        }

        CheckCount(format, count);
        return new MidiFile { Format = format, Division = division, Tracks = _tracks, Repairs = faults.Repairs };
    }

    // RIFF size "RMID", then chunks of little-endian size: the one named "data" is the MIDI file.
    private void EnterRiff()
    {
        if (!bytes.AsSpan().StartsWith("RIFF"u8))
            return;
        _cursor.Position = 8;
        string form = _cursor.Name("RIFF form");
        if (form != "RMID")
            throw faults.At(8, "RIFF form", "RMID", form);
        while (true)
        {
            string name = _cursor.Name("RIFF chunk");
            uint size = _cursor.LittleEndianLong("size of the RIFF chunk");
            if (size > _cursor.Left)
                throw faults.At(_cursor.Position - 4, "size of the RIFF chunk", $"at most the {_cursor.Left} bytes that follow", $"{size}");
            if (name == "data")
            {
                _cursor.End = _cursor.Position + (int)size;
                return;
            }

            _cursor.Position = (int)Math.Min(_cursor.Position + size + (size & 1), _cursor.End);
        }
    }

    private (int Format, int Count, MidiDivision Division) ReadHeader()
    {
        int start = _cursor.Position;
        string name = _cursor.Name("header");
        if (name != "MThd")
            throw faults.At(start, "header", "MThd", Printable(name));
        uint size = _cursor.Long("size of the header");
        if (size < 6 || size > _cursor.Left)
            throw faults.At(start + 4, "size of the header", $"6 to {_cursor.Left}", $"{size}");
        int format = _cursor.Word("format"), count = _cursor.Word("number of tracks");
        if (format > 2)
        {
            faults.Repair(faults.At(start + 8, "format", "0, 1 or 2", $"{format}"), "Read as format 1.");
            format = 1;
        }

        ushort word = _cursor.Word("division");
        MidiDivision division = MidiDivision.FromWord(word)
            ?? throw faults.At(start + 12, "division", "ticks a quarter, or SMPTE frames and ticks", $"{word:X4}");
        _cursor.Position = start + 8 + (int)size;
        return (format, count, division);
    }

    // False when what follows is no chunk.
    private bool ReadChunk(int count)
    {
        int start = _cursor.Position, end = _cursor.End;
        if (_cursor.Left < 8)
        {
            faults.Repair(faults.At(start, "chunk", "a name and a size", $"{_cursor.Left} bytes"), "Ignored.");
            return false;
        }

        string name = _cursor.Name("chunk");
        uint size = _cursor.Long("size of the chunk");
        if (size > _cursor.Left)
        {
            faults.Repair(
                faults.At(start + 4, $"size of the chunk {Printable(name)}", $"at most the {_cursor.Left} bytes that follow", $"{size}"),
                "Read to the end of the file.");
            size = (uint)_cursor.Left;
        }

        int next = _cursor.Position + (int)size;
        if (name == "MTrk")
            ReadTrack(start, next, count);
        (_cursor.Position, _cursor.End) = (next, end);
        return true;
    }

    private void ReadTrack(int start, int end, int count)
    {
        if (_tracks.Count == count)
            faults.Note(faults.At(start, "track", $"no more than the {count} of the header", "one more"), "Read all the same.");
        _cursor.End = end;
        _tracks.Add(new MidiTrackReader(_cursor, faults).Read());
    }

    private void CheckCount(int format, int count)
    {
        if (_tracks.Count < count)
            faults.Repair(faults.At(_cursor.Position, "number of tracks", $"the {count} of the header", $"{_tracks.Count}"), "Read those.");
        if (format == 0 && _tracks.Count > 1)
            faults.Repair(faults.At(_cursor.Position, "number of tracks of format 0", "1", $"{_tracks.Count}"), "Read them all.");
    }

    private static string Printable(string name) => string.Concat(name.Select(c => c is >= ' ' and <= '~' ? c : '.'));
}
