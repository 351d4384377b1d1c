using System.Numerics;

namespace Cymatic.Music;

/// <summary>Makes the events of a MIDI file of a score.</summary>
internal static class ScoreToMidi
{
    // The order at one tick: ends of earlier notes first, so that a note repeated at once is two notes.
    private const int End = 0, Change = 1, Start = 2, EndOfNothing = 3;

    public static MidiFile Convert(Score score) => new()
    {
        Format = 1,
        Division = score.Tempo.Division,
        Tracks = [Conductor(score), .. score.Tracks.Select(TrackOf)],
    };

    private static MidiTrack Conductor(Score score)
    {
        var events = new List<MidiEvent>();
        events.AddRange(score.TimeSignatures.Select(EventOf));
        events.AddRange(score.KeySignatures.Select(
            key => new MetaEvent(key.Tick, MetaType.KeySignature, [(byte)(sbyte)key.Sharps, key.IsMinor ? (byte)1 : (byte)0])));
        events.AddRange(score.Tempo.Changes.Select(EventOf));
        events.AddRange(score.Markers.Select(marker => MetaEvent.FromText(marker.Tick, MetaType.Marker, marker.Text)));
        return Sorted(score.Name, events.Select(item => (Change, item)));
    }

    private static MetaEvent EventOf(TempoChange change)
    {
        int tempo = change.MicrosecondsPerQuarter;
        return new MetaEvent(change.Tick, MetaType.Tempo, [(byte)(tempo >> 16), (byte)(tempo >> 8), (byte)tempo]);
    }

    private static MetaEvent EventOf(TimeSignature bar)
    {
        if (bar.Numerator is < 1 or > 255 || bar.Denominator is < 1 or > 32768 || !BitOperations.IsPow2(bar.Denominator))
            throw new ArgumentException($"A bar of {bar.Numerator}/{bar.Denominator} cannot be written to a MIDI file.");
        return new MetaEvent(
            bar.Tick, MetaType.TimeSignature, [(byte)bar.Numerator, (byte)BitOperations.Log2((uint)bar.Denominator), 24, 8]);
    }

    private static MidiTrack TrackOf(Track track) =>
        Sorted(track.Name, [.. track.Changes.Select(change => (Change, (MidiEvent)change)), .. track.Notes.SelectMany(EventsOf)]);

    private static IEnumerable<(int Rank, MidiEvent Item)> EventsOf(Note note) =>
    [
        (Start, new ChannelEvent(note.Start, (byte)(0x90 | note.Channel), (byte)note.Pitch, (byte)note.Velocity)),
        (note.Length == 0 ? EndOfNothing : End, new ChannelEvent(note.End, (byte)(0x80 | note.Channel), (byte)note.Pitch, 64)),
    ];

    private static MidiTrack Sorted(string name, IEnumerable<(int Rank, MidiEvent Item)> events)
    {
        List<MidiEvent> sorted = [.. events.OrderBy(entry => entry.Item.Tick).ThenBy(entry => entry.Rank).Select(entry => entry.Item)];
        if (name.Length > 0)
            sorted.Insert(0, MetaEvent.FromText(0, MetaType.TrackName, name));
        return new MidiTrack(sorted, sorted.Count == 0 ? 0 : sorted[^1].Tick);
    }
}
