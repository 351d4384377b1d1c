using Cymatic.Signal;

namespace Cymatic.Music.Tests;

public sealed class MidiReaderTests
{
    [Fact]
    public void Running_status_repeats_the_last_channel_status()
    {
        MidiFile file = MidiBytes.Parse(0x00, 0x93, 60, 100, 0x10, 64, 90);
        Assert.Equal([new ChannelEvent(0, 0x93, 60, 100), new ChannelEvent(16, 0x93, 64, 90)], file.Tracks[0].Events);
    }

    [Fact]
    public void A_delta_time_of_four_bytes_is_read() =>
        Assert.Equal(0x0FFFFFFF, MidiBytes.Parse(0xFF, 0xFF, 0xFF, 0x7F, 0xC0, 5).Tracks[0].Events[0].Tick);

    [Fact]
    public void System_exclusive_and_escaped_bytes_are_kept()
    {
        MidiFile file = MidiBytes.Parse(0x00, 0xF0, 3, 0x7E, 0x09, 0xF7, 0x05, 0xF7, 2, 0xF3, 0x01);
        Assert.Equal([new SysexEvent(0, 0xF0, [0x7E, 0x09, 0xF7]), new SysexEvent(5, 0xF7, [0xF3, 0x01])], file.Tracks[0].Events);
    }

    [Fact]
    public void Text_that_is_no_utf8_is_latin1()
    {
        MidiFile file = MidiBytes.Parse(0x00, 0xFF, 0x03, 2, 0xE9, 0x61, 0x00, 0xFF, 0x01, 2, 0xC3, 0xA9);
        Assert.Equal(["éa", "é"], file.Tracks[0].Events.Cast<MetaEvent>().Select(meta => meta.Text));
    }

    [Fact]
    public void A_smpte_division_is_read()
    {
        MidiFile file = MidiFile.Parse(MidiBytes.File(0, 0xE728, MidiBytes.EndOfTrack), "test.mid");
        Assert.Equal(MidiDivision.Smpte(25, 40), file.Division);
    }

    [Fact]
    public void Chunks_of_unknown_kinds_are_passed_over()
    {
        byte[] alien = [.. "XFIH"u8, 0, 0, 0, 2, 1, 2];
        byte[] bytes = [.. MidiBytes.Header(1, 1, 96), .. alien, .. MidiBytes.Track(MidiBytes.EndOfTrack), .. alien];
        Assert.Single(MidiFile.Parse(bytes, "test.mid").Tracks);
    }

    [Fact]
    public void A_longer_header_is_passed_over()
    {
        byte[] bytes = [.. "MThd"u8, 0, 0, 0, 8, 0, 0, 0, 1, 0, 96, 7, 7, .. MidiBytes.Track(MidiBytes.EndOfTrack)];
        Assert.Equal(96, MidiFile.Parse(bytes, "test.mid").Division.TicksPerQuarter);
    }

    [Fact]
    public void The_riff_wrapper_is_opened()
    {
        byte[] inner = MidiBytes.File(0, 96, [0x00, 0xC0, 5, .. MidiBytes.EndOfTrack]);
        byte[] bytes = [.. "RIFF"u8, 0, 0, 0, 0, .. "RMID"u8, .. "LIST"u8, 3, 0, 0, 0, 1, 2, 3, 0, .. "data"u8, (byte)inner.Length, 0, 0,
            0, .. inner, 9, 9];
        Assert.Equal([new ChannelEvent(0, 0xC0, 5)], MidiFile.Parse(bytes, "test.rmi").Tracks[0].Events);
    }

    [Theory]
    [InlineData("multi-track", 1, 7, 4.2)]
    [InlineData("single-track", 0, 8, 4.662948)]
    [InlineData("music21-test01", 1, 18, 3.96875)]
    [InlineData("music21-test20", 1, 34, 17.5)]
    public void Valid_files_read_as_mido_reads_them(string name, int format, int notes, double seconds)
    {
        MidiFile file = MidiFile.Read(Repository.File("tests", "data", "midi", "valid", name + ".mid"));
        Score score = file.ToScore();
        Assert.Equal((format, notes), (file.Format, score.Tracks.Sum(track => track.Notes.Count)));
        Assert.Equal(seconds, score.Duration, 6);
        Assert.Empty(file.Repairs);
    }

    [Theory]
    [InlineData("channel-event-parameter", 49, "data byte")]
    [InlineData("chunk-size", 1010, "end of the track")]
    [InlineData("key-signature-scale", 77, "scale of the key signature")]
    [InlineData("no-header", 0, "header")]
    public void Invalid_files_are_refused_with_the_place(string name, long offset, string field)
    {
        string path = Repository.File("tests", "data", "midi", "invalid", name + ".mid");
        MalformedFileException fault = Assert.Throws<MalformedFileException>(() => MidiFile.Read(path));
        Assert.Equal((path, offset, field), (fault.Path, fault.Offset, fault.Field));
    }

    [Theory]
    [InlineData("channel-event-parameter", 8)]
    [InlineData("chunk-size", 97)]
    [InlineData("key-signature-scale", 77)]
    public void A_lenient_reader_repairs_and_says_so(string name, int notes)
    {
        MidiFile file = MidiFile.Read(
            Repository.File("tests", "data", "midi", "invalid", name + ".mid"), new MidiReadOptions { Lenient = true });
        Assert.Equal(notes, file.ToScore().Tracks.Sum(track => track.Notes.Count));
        Assert.NotEmpty(file.Repairs);
    }
}
