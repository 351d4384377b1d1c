namespace Cymatic.Music.Tests;

/// <summary>Small MIDI files, byte by byte.</summary>
internal static class MidiBytes
{
    public static readonly byte[] EndOfTrack = [0x00, 0xFF, 0x2F, 0x00];

    public static byte[] File(int format, ushort division, params byte[][] tracks) =>
        [.. Header(format, tracks.Length, division), .. tracks.SelectMany(Track)];

    public static byte[] Header(int format, int tracks, ushort division) =>
        [.. "MThd"u8, 0, 0, 0, 6, (byte)(format >> 8), (byte)format, 0, (byte)tracks, (byte)(division >> 8), (byte)division];

    public static byte[] Track(byte[] events) => [.. "MTrk"u8, 0, 0, (byte)(events.Length >> 8), (byte)events.Length, .. events];

    /// <summary>One track at 96 ticks a quarter.</summary>
    public static MidiFile Parse(params byte[] events) => MidiFile.Parse(File(0, 96, [.. events, .. EndOfTrack]), "test.mid");

    public static MidiFile ParseLeniently(params byte[] events) =>
        MidiFile.Parse(File(0, 96, [.. events, .. EndOfTrack]), "test.mid", new MidiReadOptions { Lenient = true });
}
