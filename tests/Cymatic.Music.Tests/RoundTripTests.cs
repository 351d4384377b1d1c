using FsCheck;
using FsCheck.Fluent;

namespace Cymatic.Music.Tests;

public sealed class RoundTripTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithReplay(1, 3).WithMaxTest(300);

    [Fact]
    public void Every_event_comes_back_from_its_bytes() =>
        Prop.ForAll(Files.ToArbitrary(), file => AreSame(file, MidiFile.Parse(file.ToBytes(), "test.mid"))).Check(Thorough);

    [Fact]
    public void Every_score_comes_back_from_its_bytes() =>
        Prop.ForAll(Scores.ToArbitrary(), score => AreSame(score, MidiFile.Parse(score.ToMidi().ToBytes(), "test.mid").ToScore()))
            .Check(Thorough);

    [Fact]
    public void Events_out_of_order_are_refused() =>
        Assert.Throws<ArgumentException>(() => FileOf(new ChannelEvent(5, 0x90, 1, 1), new ChannelEvent(4, 0x90, 1, 1)).ToBytes());

    [Fact]
    public void A_data_byte_over_127_is_refused() =>
        Assert.Throws<ArgumentException>(() => FileOf(new ChannelEvent(5, 0x90, 128, 1)).ToBytes());

    [Fact]
    public void A_gap_longer_than_midi_can_say_is_refused() =>
        Assert.Throws<ArgumentException>(() => FileOf(new ChannelEvent(0x10000000, 0x90, 1, 1)).ToBytes());

    [Fact]
    public void Format_0_with_two_tracks_is_refused() =>
        Assert.Throws<ArgumentException>(
            () => new MidiFile { Format = 0, Division = MidiDivision.PerQuarter(1), Tracks = [new([], 0), new([], 0)] }.ToBytes());

    private static MidiFile FileOf(params MidiEvent[] events) =>
        new() { Division = MidiDivision.PerQuarter(96), Tracks = [new MidiTrack(events, 0x10000000)] };

    private static Gen<byte[]> Data => Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf();

    private static Gen<MidiEvent> Events => Gen.OneOf(
        from status in Gen.Choose(0x80, 0xEF)
        from first in Gen.Choose(0, 127)
        from second in Gen.Choose(0, 127)
        select (MidiEvent)new ChannelEvent(0, (byte)status, (byte)first, (byte)((status & 0xF0) is 0xC0 or 0xD0 ? 0 : second)),
        from type in Gen.Elements<byte>(0x01, 0x03, 0x05, 0x7F) from data in Data select (MidiEvent)new MetaEvent(0, type, data),
        from status in Gen.Elements<byte>(0xF0, 0xF7) from data in Data select (MidiEvent)new SysexEvent(0, status, data));

    private static Gen<MidiTrack> Tracks =>
        from entries in (from delta in Gen.OneOf(Gen.Choose(0, 200), Gen.Choose(0, 300_000)) from item in Events select (delta, item))
            .ListOf()
        from rest in Gen.Choose(0, 1000)
        select TrackOf([.. entries], rest);

    private static Gen<MidiFile> Files =>
        from format in Gen.Choose(1, 2)
        from division in Gen.OneOf(
            Gen.Choose(1, 32767).Select(MidiDivision.PerQuarter),
            Gen.Elements(24, 25, 29, 30).Select(frames => MidiDivision.Smpte(frames, 40)))
        from tracks in Tracks.ListOf()
        select new MidiFile { Format = format, Division = division, Tracks = [.. tracks] };

    // Notes of one pitch and channel follow one another: MIDI cannot tell them apart while they overlap.
    private static Gen<Track> Parts =>
        from gaps in (from gap in Gen.Choose(0, 500)
                      from length in Gen.Choose(0, 500)
                      from pitch in Gen.Choose(0, 127)
                      from velocity in Gen.Choose(1, 127)
                      select (gap, length, pitch, velocity)).ListOf()
        from channel in Gen.Choose(0, 15)
        from name in Gen.Elements("", "low 3", "ünïcödé ♫")
        select new Track { Name = name, Notes = NotesOf([.. gaps], channel), Changes = [new ChannelEvent(0, (byte)(0xC0 | channel), 7)] };

    private static Gen<Score> Scores =>
        from parts in Parts.ListOf()
        from tempo in Gen.Choose(1, 0xFFFFFF)
        from later in Gen.Choose(1, 0xFFFFFF)
        from sharps in Gen.Choose(-7, 7)
        select new Score
        {
            Name = "A piece",
            Tempo = new TempoMap(MidiDivision.PerQuarter(480), new TempoChange(0, tempo), new TempoChange(77, later)),
            TimeSignatures = [new TimeSignature(0, 7, 8)],
            KeySignatures = [new KeySignature(3, sharps, true)],
            Markers = [new Marker(5, "Verse")],
            Tracks = [.. parts],
        };

    private static MidiTrack TrackOf((int Delta, MidiEvent Item)[] entries, int rest)
    {
        long tick = 0;
        MidiEvent[] events = [.. entries.Select(entry => entry.Item with { Tick = tick += entry.Delta })];
        return new MidiTrack(events, tick + rest);
    }

    private static Note[] NotesOf((int Gap, int Length, int Pitch, int Velocity)[] gaps, int channel)
    {
        long tick = 0;
        var notes = new List<Note>();
        foreach ((int gap, int length, int pitch, int velocity) in gaps)
        {
            tick += gap;
            notes.Add(new Note(tick, length, pitch, velocity, channel));
            tick += length;
        }

        return [.. notes];
    }

    private static bool AreSame(MidiFile a, MidiFile b) =>
        (a.Format, a.Division, a.Tracks.Count) == (b.Format, b.Division, b.Tracks.Count)
        && a.Tracks.Zip(b.Tracks).All(pair => pair.First.End == pair.Second.End && pair.First.Events.SequenceEqual(pair.Second.Events));

    private static bool AreSame(Score a, Score b) =>
        a.Name == b.Name && a.Tempo.Changes.SequenceEqual(b.Tempo.Changes) && a.TimeSignatures.SequenceEqual(b.TimeSignatures)
        && a.KeySignatures.SequenceEqual(b.KeySignatures) && a.Markers.SequenceEqual(b.Markers)
        && a.Tracks.Count == b.Tracks.Count && a.Tracks.Zip(b.Tracks).All(pair => AreSame(pair.First, pair.Second));

    private static bool AreSame(Track a, Track b) =>
        a.Name == b.Name && a.Notes.SequenceEqual(b.Notes) && a.Changes.SequenceEqual(b.Changes);
}
