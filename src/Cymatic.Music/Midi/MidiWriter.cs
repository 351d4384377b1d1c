using System.Buffers.Binary;

namespace Cymatic.Music;

/// <summary>Writes a Standard MIDI File: every event with its status byte, which every program reads.</summary>
internal static class MidiWriter
{
    private const long LongestDelta = 0x0FFFFFFF;

    public static byte[] Write(MidiFile file)
    {
        if (file.Format == 0 && file.Tracks.Count != 1)
            throw new ArgumentException($"A file of format 0 has one track, not {file.Tracks.Count}.", nameof(file));
        if (file.Tracks.Count > ushort.MaxValue)
            throw new ArgumentException($"{file.Tracks.Count} tracks are more than a MIDI file can hold.", nameof(file));
        var stream = new MemoryStream();
        stream.Write("MThd"u8);
        WriteNumber(stream, 6, 4);
        WriteNumber(stream, (uint)file.Format, 2);
        WriteNumber(stream, (uint)file.Tracks.Count, 2);
        WriteNumber(stream, file.Division.Word, 2);
        foreach (MidiTrack track in file.Tracks)
            WriteTrack(stream, track);
        return stream.ToArray();
    }

    private static void WriteTrack(MemoryStream stream, MidiTrack track)
    {
        stream.Write("MTrk"u8);
        long sizeAt = stream.Position;
        WriteNumber(stream, 0, 4);
        long tick = 0;
        foreach (MidiEvent item in track.Events)
        {
            WriteDelta(stream, tick, item.Tick);
            tick = item.Tick;
            WriteEvent(stream, item);
        }

        WriteDelta(stream, tick, track.End);
        stream.Write([0xFF, MetaType.EndOfTrack, 0]);
        long end = stream.Position;
        stream.Position = sizeAt;
        WriteNumber(stream, (uint)(end - sizeAt - 4), 4);
        stream.Position = end;
    }

    private static void WriteDelta(MemoryStream stream, long from, long to)
    {
        if (to < from)
            throw new ArgumentException($"An event at tick {to} follows one at tick {from}.");
        if (to - from > LongestDelta)
            throw new ArgumentException($"The gap from tick {from} to {to} is longer than a MIDI file can say ({LongestDelta} ticks).");
        WriteQuantity(stream, (int)(to - from));
    }

    private static void WriteEvent(MemoryStream stream, MidiEvent item)
    {
        switch (item)
        {
            case ChannelEvent { Status: < 0x80 or >= 0xF0 } or ChannelEvent { Data1: > 0x7F } or ChannelEvent { Data2: > 0x7F }:
                throw new ArgumentException($"{item} is no channel event.");
            case ChannelEvent channel:
                stream.WriteByte(channel.Status);
                stream.WriteByte(channel.Data1);
                if (ChannelEvent.DataLength(channel.Status) == 2)
                    stream.WriteByte(channel.Data2);
                break;
            case MetaEvent { Type: > 0x7F or MetaType.EndOfTrack }:
                throw new ArgumentException($"{item} is no meta event that a track may hold.");
            case MetaEvent meta:
                stream.WriteByte(0xFF);
                stream.WriteByte(meta.Type);
                WritePayload(stream, meta.Data);
                break;
            case SysexEvent sysex:
                stream.WriteByte(sysex.Status is 0xF0 or 0xF7 ? sysex.Status
                    : throw new ArgumentException($"{item} is no system exclusive event."));
                WritePayload(stream, sysex.Data);
                break;
        }
    }

    private static void WritePayload(MemoryStream stream, byte[] data)
    {
        WriteQuantity(stream, data.Length);
        stream.Write(data);
    }

    private static void WriteQuantity(MemoryStream stream, int value)
    {
        for (int shift = 21; shift > 0; shift -= 7)
        {
            if (value >> shift != 0)
                stream.WriteByte((byte)(0x80 | value >> shift & 0x7F));
        }

        stream.WriteByte((byte)(value & 0x7F));
    }

    private static void WriteNumber(MemoryStream stream, uint value, int bytes)
    {
        Span<byte> buffer = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(buffer, value);
        stream.Write(buffer[(4 - bytes)..]);
    }
}
