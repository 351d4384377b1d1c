namespace Cymatic.Music;

/// <summary>What a tick is: a fraction of a quarter note, or (SMPTE) a fraction of a second.</summary>
/// <remarks>Standard MIDI Files 1.0, "Header Chunks": the division word.</remarks>
public readonly record struct MidiDivision
{
    private MidiDivision(int ticksPerQuarter, int framesPerSecond, int ticksPerFrame)
    {
        TicksPerQuarter = ticksPerQuarter;
        FramesPerSecond = framesPerSecond;
        TicksPerFrame = ticksPerFrame;
    }

    /// <summary>Ticks in a quarter note, 1 to 32767; 0 when ticks are fractions of a second.</summary>
    public int TicksPerQuarter { get; }

    /// <summary>
    /// SMPTE frames a second: 24, 25, 29 (30 drop-frame: 30000/1001 a second) or 30; 0 when ticks are fractions of a quarter.
    /// </summary>
    public int FramesPerSecond { get; }

    /// <summary>Ticks in a SMPTE frame, 1 to 255; 0 when ticks are fractions of a quarter.</summary>
    public int TicksPerFrame { get; }

    /// <summary>True when ticks are fractions of a second and tempo changes nothing.</summary>
    public bool IsSmpte => FramesPerSecond != 0;

    /// <summary>A musical division.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 to 32767 ticks.</exception>
    public static MidiDivision PerQuarter(int ticks)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ticks, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ticks, short.MaxValue);
        return new MidiDivision(ticks, 0, 0);
    }

    /// <summary>A division of clock time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 24, 25, 29 or 30 frames, or not 1 to 255 ticks.</exception>
    public static MidiDivision Smpte(int framesPerSecond, int ticksPerFrame)
    {
        if (framesPerSecond is not (24 or 25 or 29 or 30))
            throw new ArgumentOutOfRangeException(
                nameof(framesPerSecond), framesPerSecond, "SMPTE time has 24, 25, 29 or 30 frames a second.");
        ArgumentOutOfRangeException.ThrowIfLessThan(ticksPerFrame, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ticksPerFrame, byte.MaxValue);
        return new MidiDivision(0, framesPerSecond, ticksPerFrame);
    }

    /// <summary>The word of the header chunk.</summary>
    internal ushort Word => IsSmpte ? (ushort)((byte)-FramesPerSecond << 8 | TicksPerFrame) : (ushort)TicksPerQuarter;

    /// <summary>The division that a header's word means, or null when it means none.</summary>
    internal static MidiDivision? FromWord(ushort word)
    {
        if (word < 0x8000)
            return word == 0 ? null : PerQuarter(word);
        int frames = -(sbyte)(word >> 8), ticks = word & 0xFF;
        return frames is 24 or 25 or 29 or 30 && ticks > 0 ? Smpte(frames, ticks) : null;
    }
}
