using System.Text;

namespace Cymatic.Music;

/// <summary>Something that stands in a track of a MIDI file at a tick from the track's start.</summary>
/// <param name="Tick">Ticks from the start, never negative.</param>
public abstract record MidiEvent(long Tick);

/// <summary>A message to one of sixteen channels: notes, pressure, controllers, programs, pitch bend.</summary>
/// <param name="Tick">Ticks from the start.</param>
/// <param name="Status">0x80 to 0xEF: the kind of message in the high, the channel in the low four bits.</param>
/// <param name="Data1">0 to 127.</param>
/// <param name="Data2">0 to 127; 0 for the kinds that have one data byte.</param>
public sealed record ChannelEvent(long Tick, byte Status, byte Data1, byte Data2 = 0)
    : MidiEvent(Tick)
{
    /// <summary>0x80 note off, 0x90 note on, 0xA0 key pressure, 0xB0 controller, 0xC0 program, 0xD0 pressure, 0xE0 pitch bend.</summary>
    public int Kind => Status & 0xF0;

    /// <summary>0 to 15.</summary>
    public int Channel => Status & 0x0F;

    /// <summary>A note-on of a velocity that sounds.</summary>
    public bool StartsNote => Kind == 0x90 && Data2 > 0;

    /// <summary>A note-off, or a note-on of velocity 0, which means the same.</summary>
    public bool EndsNote => Kind == 0x80 || (Kind == 0x90 && Data2 == 0);

    /// <summary>Data bytes that follow a status byte: 1 for programs and channel pressure, else 2.</summary>
    internal static int DataLength(int status) => (status & 0xF0) is 0xC0 or 0xD0 ? 1 : 2;
}

/// <summary>An event that carries bytes; two are equal when their bytes are.</summary>
/// <param name="Tick">Ticks from the start.</param>
/// <param name="Data">What stands after the length; not to be written to.</param>
public abstract record DataEvent(long Tick, byte[] Data)
    : MidiEvent(Tick)
{
    /// <summary>Same kind, tick and bytes.</summary>
    public virtual bool Equals(DataEvent? other) => base.Equals(other) && Data.AsSpan().SequenceEqual(other!.Data);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Data.Length);
}

/// <summary>A meta event: tempo, names, signatures; never sent to an instrument.</summary>
/// <param name="Tick">Ticks from the start.</param>
/// <param name="Type">0 to 127; see <see cref="MetaType"/>.</param>
/// <param name="Data">The event's bytes.</param>
public sealed record MetaEvent(long Tick, byte Type, byte[] Data)
    : DataEvent(Tick, Data)
{
    /// <summary>The bytes as text: UTF-8 where they are valid UTF-8, else Latin-1, as older programs wrote.</summary>
    public string Text
    {
        get
        {
            try
            {
                return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Data);
            }
            catch (DecoderFallbackException)
            {
                return Encoding.Latin1.GetString(Data);
            }
        }
    }

    /// <summary>A text event in UTF-8.</summary>
    public static MetaEvent FromText(long tick, byte type, string text) => new(tick, type, Encoding.UTF8.GetBytes(text));
}

/// <summary>A system exclusive message, or with status 0xF7 a part of one or raw bytes to be sent.</summary>
/// <param name="Tick">Ticks from the start.</param>
/// <param name="Status">0xF0 or 0xF7.</param>
/// <param name="Data">What follows the length; a whole message ends with 0xF7.</param>
public sealed record SysexEvent(long Tick, byte Status, byte[] Data)
    : DataEvent(Tick, Data);
