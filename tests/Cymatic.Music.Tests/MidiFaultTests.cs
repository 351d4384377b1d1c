using Cymatic.Signal;

namespace Cymatic.Music.Tests;

public sealed class MidiFaultTests
{
    public static TheoryData<string, byte[]> BrokenTracks => new()
    {
        { "status", [0x00, 60, 100] },
        { "status", [0x00, 0x90, 60, 100, 0x00, 0xFF, 0x01, 0x00, 0x00, 61, 100] },
        { "status", [0x00, 0xF4] },
        { "status", [0x00, 0xFC] },
        { "data byte", [0x00, 0x90, 60, 200] },
        { "delta time", [0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0xC0, 5] },
        { "meta event", [0x00, 0xFF, 0x01, 0x7F, 0x20] },
        { "type of the meta event", [0x00, 0xFF, 0x80, 0x00] },
        { "length of the tempo", [0x00, 0xFF, 0x51, 2, 1, 1] },
        { "tempo", [0x00, 0xFF, 0x51, 3, 0, 0, 0] },
        { "key signature", [0x00, 0xFF, 0x59, 2, 8, 0] },
        { "scale of the key signature", [0x00, 0xFF, 0x59, 2, 0, 2] },
        { "numerator of the time signature", [0x00, 0xFF, 0x58, 4, 0, 2, 24, 8] },
        { "denominator of the time signature", [0x00, 0xFF, 0x58, 4, 4, 99, 24, 8] },
        { "frames of the SMPTE offset", [0x00, 0xFF, 0x54, 5, 1, 2, 3, 99, 0] },
        { "end of the track", [.. MidiBytes.EndOfTrack, 1] },
    };

    public static TheoryData<string, byte[]> BrokenHeaders => new()
    {
        { "header", "Not a MIDI file at all."u8.ToArray() },
        { "header", [] },
        { "format", MidiBytes.File(3, 96, MidiBytes.EndOfTrack) },
        { "division", MidiBytes.File(0, 0, MidiBytes.EndOfTrack) },
        { "division", MidiBytes.File(0, 0x8001, MidiBytes.EndOfTrack) },
        { "number of tracks", [.. MidiBytes.Header(1, 2, 96), .. MidiBytes.Track(MidiBytes.EndOfTrack)] },
        { "number of tracks of format 0", MidiBytes.File(0, 96, MidiBytes.EndOfTrack, MidiBytes.EndOfTrack) },
        { "end of the track", MidiBytes.File(0, 96, [[]]) },
        { "size of the header", [.. "MThd"u8, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 1, 0, 96] },
        { "size of the chunk MTrk", [.. MidiBytes.Header(0, 1, 96), .. "MTrk"u8, 0x7F, 0xFF, 0xFF, 0xFF] },
        { "RIFF form", [.. "RIFF"u8, 0, 0, 0, 0, .. "WAVE"u8] },
        { "size of the RIFF chunk", [.. "RIFF"u8, 0, 0, 0, 0, .. "RMID"u8, .. "data"u8, 0xFF, 0xFF, 0xFF, 0xFF] },
    };

    [Theory]
    [MemberData(nameof(BrokenTracks))]
    public void A_broken_track_is_refused_by_the_name_of_the_field(string field, byte[] events)
    {
        MalformedFileException fault = Assert.Throws<MalformedFileException>(() => MidiBytes.Parse(events));
        Assert.Equal(field, fault.Field);
    }

    [Theory]
    [MemberData(nameof(BrokenTracks))]
    public void A_lenient_reader_keeps_what_comes_before_a_broken_event(string field, byte[] events)
    {
        MidiFile file = MidiBytes.ParseLeniently([0x00, 0x91, 50, 60, .. events]);
        Assert.Equal(new ChannelEvent(0, 0x91, 50, 60), file.Tracks[0].Events[0]);
        // A leading note gives the first case its running status.
        Assert.True(file.Repairs.Any(repair => repair.Contains(field, StringComparison.Ordinal)) || events is [0x00, 60, 100]);
    }

    [Theory]
    [MemberData(nameof(BrokenHeaders))]
    public void A_broken_header_is_refused_by_the_name_of_the_field(string field, byte[] bytes)
    {
        MalformedFileException fault = Assert.Throws<MalformedFileException>(() => MidiFile.Parse(bytes, "test.mid"));
        Assert.Equal(field, fault.Field);
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        byte[] whole = Whole();
        for (int length = 0; length < whole.Length; length++)
            Assert.Throws<MalformedFileException>(() => MidiFile.Parse(whole[..length], "cut.mid"));
    }

    [Fact]
    public void Every_truncation_after_the_header_is_read_leniently()
    {
        byte[] whole = Whole();
        for (int length = 14; length < whole.Length; length++)
            Assert.NotEmpty(MidiFile.Parse(whole[..length], "cut.mid", new MidiReadOptions { Lenient = true }).Repairs);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Mutated_files_are_read_or_refused_and_nothing_else(bool isLenient)
    {
        byte[] whole = Whole();
        var random = new Random(1);
        var options = new MidiReadOptions { Lenient = isLenient };
        int refused = 0;
        for (int trial = 0; trial < 5000; trial++)
        {
            byte[] mutated = [.. whole];
            for (int change = random.Next(1, 5); change > 0; change--)
                mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
            refused += IsRefused(mutated, options) ? 1 : 0;
        }

        Assert.InRange(refused, 1, 4999);
    }

    // Whatever is read must also become a score, and its bytes the same file.
    private static bool IsRefused(byte[] bytes, MidiReadOptions options)
    {
        MidiFile file;
        try
        {
            file = MidiFile.Parse(bytes, "mutated.mid", options);
        }
        catch (MalformedFileException)
        {
            return true;
        }

        for (int sequence = 0; sequence < file.Sequences; sequence++)
            Assert.True(file.ToScore(sequence).Duration >= 0);
        if (file.Format != 0 || file.Tracks.Count == 1)
            Assert.Equal(
                file.Tracks.Select(track => track.End), MidiFile.Parse(file.ToBytes(), "again.mid").Tracks.Select(track => track.End));
        return false;
    }

    private static byte[] Whole() =>
        MidiFile.Read(Repository.File("tests", "data", "midi", "valid", "music21-test01.mid")).ToBytes();
}
