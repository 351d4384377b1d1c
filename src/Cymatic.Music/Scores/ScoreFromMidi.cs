namespace Cymatic.Music;

/// <summary>Makes music of the events of a MIDI file.</summary>
internal static class ScoreFromMidi
{
    public static Score Convert(MidiFile file, int sequence)
    {
        if (sequence < 0 || (sequence != 0 && sequence >= file.Sequences))
            throw new ArgumentOutOfRangeException(nameof(sequence), sequence, $"The file holds {file.Sequences} sequences.");
        IReadOnlyList<MidiTrack> tracks = file.Format == 2 ? [.. file.Tracks.Skip(sequence).Take(1)] : file.Tracks;
        MetaEvent[] metas = [.. tracks.SelectMany(track => track.Events).OfType<MetaEvent>().OrderBy(meta => meta.Tick)];
        bool hasConductor = file.Format == 1 && tracks.Count > 0 && !tracks[0].Events.OfType<ChannelEvent>().Any();
        return new Score
        {
            Name = hasConductor ? NameOf(tracks[0]) : "",
            Tempo = new TempoMap(file.Division, Of(metas, MetaType.Tempo).Select(TempoOf)),
            TimeSignatures =
                [.. Of(metas, MetaType.TimeSignature).Select(meta => new TimeSignature(meta.Tick, meta.Data[0], 1 << meta.Data[1]))],
            KeySignatures =
                [.. Of(metas, MetaType.KeySignature).Select(meta => new KeySignature(meta.Tick, (sbyte)meta.Data[0], meta.Data[1] == 1))],
            Markers = [.. Of(metas, MetaType.Marker).Select(meta => new Marker(meta.Tick, meta.Text))],
            Tracks = [.. tracks.Skip(hasConductor ? 1 : 0).Select(TrackOf)],
        };
    }

    private static IEnumerable<MetaEvent> Of(MetaEvent[] metas, byte type) =>
        metas.Where(meta => meta.Type == type && MetaType.FaultOf(type, meta.Data) is null);

    private static TempoChange TempoOf(MetaEvent meta) => new(meta.Tick, meta.Data[0] << 16 | meta.Data[1] << 8 | meta.Data[2]);

    private static string NameOf(MidiTrack track) =>
        track.Events.OfType<MetaEvent>().FirstOrDefault(meta => meta.Type == MetaType.TrackName)?.Text ?? "";

    private static Track TrackOf(MidiTrack track) => new()
    {
        Name = NameOf(track),
        Notes = NotesOf(track),
        Changes = [.. track.Events.OfType<ChannelEvent>().Where(item => !item.StartsNote && !item.EndsNote)],
    };

    // Of several notes of one pitch the first to start is the first to end; what never ends, ends with the track.
    private static Note[] NotesOf(MidiTrack track)
    {
        var open = new Dictionary<(int Channel, int Pitch), Queue<int>>();
        var notes = new List<Note>();
        foreach (ChannelEvent item in track.Events.OfType<ChannelEvent>())
        {
            (int, int) key = (item.Channel, item.Data1);
            if (item.StartsNote)
            {
                if (!open.TryGetValue(key, out Queue<int>? sounding))
                    open[key] = sounding = new Queue<int>();
                sounding.Enqueue(notes.Count);
                notes.Add(new Note(item.Tick, 0, item.Data1, item.Data2, item.Channel));
            }
            else if (item.EndsNote && open.TryGetValue(key, out Queue<int>? sounding) && sounding.TryDequeue(out int index))
            {
                notes[index] = EndedAt(notes[index], item.Tick);
            }
        }

        foreach (int index in open.Values.SelectMany(sounding => sounding))
            notes[index] = EndedAt(notes[index], Math.Max(track.End, notes[index].Start));
        return [.. notes];
    }

    private static Note EndedAt(Note note, long tick) => new(note.Start, tick - note.Start, note.Pitch, note.Velocity, note.Channel);
}
