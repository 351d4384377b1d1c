using Cymatic.Signal;

namespace Cymatic.Music;

/// <summary>Reads the events of one track chunk, from the cursor to its end.</summary>
internal sealed class MidiTrackReader(MidiCursor cursor, MidiFaults faults)
{
    private readonly List<MidiEvent> _events = [];
    private long _tick;
    private int _runningStatus;
    private bool _isCancelled;
    private bool _hasEnded;

    public MidiTrack Read()
    {
        try
        {
            while (!_hasEnded && cursor.Left > 0)
                ReadEvent();
            CheckEnd();
        }
        catch (MalformedFileException fault) when (faults.Lenient)
        {
            faults.Repair(fault, "The rest of the track is left out.");
        }

        return new MidiTrack(_events, _tick);
    }

    private void CheckEnd()
    {
        if (!_hasEnded)
            faults.Repair(
                faults.At(cursor.Position, "end of the track", "an end-of-track event", "missing"), "Ended after its last event.");
        else if (cursor.Left > 0)
            faults.Repair(faults.At(cursor.Position, "end of the track", "the end of its chunk", $"{cursor.Left} bytes before it"),
                "Those are ignored.");
    }

    private void ReadEvent()
    {
        _tick += cursor.Quantity("delta time");
        int start = cursor.Position;
        int status = cursor.Peek("status");
        if (status < 0x80)
            status = RunningStatus(start, status);
        else
            cursor.Position++;
        switch (status)
        {
            case < 0xF0:
                ReadChannelEvent(status);
                break;
            case 0xFF:
                ReadMetaEvent();
                break;
            case 0xF0 or 0xF7:
                _isCancelled = true;
                _events.Add(new SysexEvent(_tick, (byte)status, Payload("system exclusive")));
                break;
            default:
                throw faults.At(start, "status", "a channel, system exclusive or meta event", $"{status:X2}");
        }
    }

    // Running status: channel events may leave out a status that is the last one's. Other events cancel it, but not every program knows.
    private int RunningStatus(int start, int found)
    {
        if (_runningStatus == 0)
            throw faults.At(start, "status", "80 to FF: no channel event precedes", $"{found:X2}");
        if (_isCancelled)
            faults.Repair(faults.At(start, "status", "80 to FF after a meta or system exclusive event", $"{found:X2}"),
                "The status before it was used.");
        _isCancelled = false;
        return _runningStatus;
    }

    private void ReadChannelEvent(int status)
    {
        (_runningStatus, _isCancelled) = (status, false);
        byte first = DataByte(), second = ChannelEvent.DataLength(status) == 2 ? DataByte() : (byte)0;
        _events.Add(new ChannelEvent(_tick, (byte)status, first, second));
    }

    private byte DataByte()
    {
        byte value = cursor.Byte("data byte");
        if (value <= 0x7F)
            return value;
        faults.Repair(faults.At(cursor.Position - 1, "data byte", "0 to 127", $"{value}"), "127 was used.");
        return 0x7F;
    }

    private void ReadMetaEvent()
    {
        _isCancelled = true;
        int start = cursor.Position;
        byte type = cursor.Byte("type of the meta event");
        if (type > 0x7F)
            throw faults.At(start, "type of the meta event", "0 to 127", $"{type}");
        byte[] data = Payload("meta event");
        if (MetaType.FaultOf(type, data) is var (field, expected, found))
        {
            faults.Repair(faults.At(start, field, expected, found), "The event is left out.");
            _hasEnded = type == MetaType.EndOfTrack;
        }
        else if (type == MetaType.EndOfTrack)
        {
            _hasEnded = true;
        }
        else
        {
            _events.Add(new MetaEvent(_tick, type, data));
        }
    }

    private byte[] Payload(string kind) => cursor.Bytes(cursor.Quantity($"length of the {kind}"), kind).ToArray();
}
