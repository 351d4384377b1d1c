namespace Cymatic.Music;

/// <summary>The meta events that Standard MIDI Files 1.0 defines, by type byte.</summary>
public static class MetaType
{
    /// <summary>Number of a sequence: 0 or 2 bytes.</summary>
    public const byte SequenceNumber = 0x00;

    /// <summary>Any text; the types up to 0x0F are text too.</summary>
    public const byte Text = 0x01;

    /// <summary>Name of the sequence (first track) or of the track.</summary>
    public const byte TrackName = 0x03;

    /// <summary>A marker such as "Verse".</summary>
    public const byte Marker = 0x06;

    /// <summary>The channel that the next events belong to: 1 byte.</summary>
    public const byte ChannelPrefix = 0x20;

    /// <summary>The port that the track is sent to: 1 byte.</summary>
    public const byte Port = 0x21;

    /// <summary>The end of the track: no bytes.</summary>
    public const byte EndOfTrack = 0x2F;

    /// <summary>Microseconds in a quarter note: 3 bytes.</summary>
    public const byte Tempo = 0x51;

    /// <summary>SMPTE time at which the track starts: 5 bytes.</summary>
    public const byte SmpteOffset = 0x54;

    /// <summary>Numerator, power of two of the denominator, clocks a click, 32nds a quarter: 4 bytes.</summary>
    public const byte TimeSignature = 0x58;

    /// <summary>Sharps (negative: flats) and 0 for major, 1 for minor: 2 bytes.</summary>
    public const byte KeySignature = 0x59;

    /// <summary>What is wrong with an event's bytes, or null: the part, what it should be and what it is.</summary>
    internal static (string Field, string Expected, string Found)? FaultOf(byte type, ReadOnlySpan<byte> data)
    {
        (int length, string field) = type switch
        {
            ChannelPrefix => (1, "length of the channel prefix"),
            Port => (1, "length of the port"),
            EndOfTrack => (0, "length of the end of track"),
            Tempo => (3, "length of the tempo"),
            SmpteOffset => (5, "length of the SMPTE offset"),
            TimeSignature => (4, "length of the time signature"),
            KeySignature => (2, "length of the key signature"),
            _ => (data.Length, ""),
        };
        return data.Length != length ? (field, $"{length}", $"{data.Length}") : FaultOfValue(type, data);
    }

    private static (string Field, string Expected, string Found)? FaultOfValue(byte type, ReadOnlySpan<byte> data) => type switch
    {
        Tempo when data is [0, 0, 0] => ("tempo", "at least 1 microsecond a quarter", "0"),
        KeySignature when (sbyte)data[0] is < -7 or > 7 => ("key signature", "-7 to 7 sharps", $"{(sbyte)data[0]}"),
        KeySignature when data[1] > 1 => ("scale of the key signature", "0 (major) or 1 (minor)", $"{data[1]}"),
        TimeSignature when data[0] == 0 => ("numerator of the time signature", "at least 1", "0"),
        TimeSignature when data[1] > 15 => ("denominator of the time signature", "a power of two up to 2^15", $"2^{data[1]}"),
        SmpteOffset when (data[0] & 0x1F) > 23 => ("hours of the SMPTE offset", "0 to 23", $"{data[0] & 0x1F}"),
        SmpteOffset when data[1] > 59 => ("minutes of the SMPTE offset", "0 to 59", $"{data[1]}"),
        SmpteOffset when data[2] > 59 => ("seconds of the SMPTE offset", "0 to 59", $"{data[2]}"),
        SmpteOffset when data[3] > 29 => ("frames of the SMPTE offset", "0 to 29", $"{data[3]}"),
        SmpteOffset when data[4] > 99 => ("hundredths of the SMPTE offset", "0 to 99", $"{data[4]}"),
        _ => null,
    };
}
