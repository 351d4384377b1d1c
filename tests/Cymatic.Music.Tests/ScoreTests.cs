namespace Cymatic.Music.Tests;

public sealed class ScoreTests
{
    [Fact]
    public void The_first_of_two_equal_notes_ends_first()
    {
        Score score = MidiBytes.Parse(0, 0x90, 60, 1, 10, 60, 2, 10, 60, 0, 10, 60, 0).ToScore();
        Assert.Equal([new Note(0, 20, 60, 1), new Note(10, 20, 60, 2)], score.Tracks[0].Notes);
    }

    [Fact]
    public void A_note_that_never_ends_ends_with_its_track()
    {
        Score score = MidiBytes.Parse(0, 0x90, 60, 1, 99, 0xC0, 5).ToScore();
        Assert.Equal([new Note(0, 99, 60, 1)], score.Tracks[0].Notes);
    }

    [Fact]
    public void An_end_without_a_start_is_no_note() =>
        Assert.Empty(MidiBytes.Parse(0, 0x80, 60, 1).ToScore().Tracks[0].Notes);

    [Fact]
    public void Each_track_of_format_2_is_a_piece_of_its_own()
    {
        byte[] slow = [0, 0xFF, 0x51, 3, 0x0F, 0x42, 0x40, 0, 0x90, 60, 1, 96, 60, 0, .. MidiBytes.EndOfTrack];
        byte[] fast = [0, 0x90, 61, 1, 96, 61, 0, .. MidiBytes.EndOfTrack];
        MidiFile file = MidiFile.Parse(MidiBytes.File(2, 96, slow, fast), "test.mid");
        Assert.Equal([1, 0.5], [file.ToScore(0).Duration, file.ToScore(1).Duration]);
    }

    [Fact]
    public void A_piece_that_is_not_there_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MidiBytes.Parse().ToScore(1));

    [Fact]
    public void Onsets_are_seconds_and_each_comes_once()
    {
        Score score = MidiBytes.Parse(0, 0x90, 60, 1, 0, 64, 1, 96, 67, 1).ToScore();
        Assert.Equal([0, 0.5], score.Onsets);
    }

    [Theory]
    [InlineData(-1, 0, 60, 64, 0)]
    [InlineData(0, -1, 60, 64, 0)]
    [InlineData(0, 0, 128, 64, 0)]
    [InlineData(0, 0, 60, 0, 0)]
    [InlineData(0, 0, 60, 64, 16)]
    public void A_note_outside_the_ranges_of_midi_is_refused(long start, long length, int pitch, int velocity, int channel) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Note(start, length, pitch, velocity, channel));
}
