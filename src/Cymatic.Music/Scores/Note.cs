namespace Cymatic.Music;

/// <summary>One note: when it starts, how long it lasts, how high and how hard.</summary>
public readonly record struct Note
{
    /// <summary>A note; every value is checked.</summary>
    /// <param name="start">Tick of the note-on, not negative.</param>
    /// <param name="length">Ticks to the note-off, not negative.</param>
    /// <param name="pitch">0 to 127; 60 is middle C.</param>
    /// <param name="velocity">1 to 127.</param>
    /// <param name="channel">0 to 15; 9 is percussion in General MIDI.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value outside its range.</exception>
    public Note(long start, long length, int pitch, int velocity, int channel = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ThrowIfOutside(pitch, 0, 127, nameof(pitch));
        ThrowIfOutside(velocity, 1, 127, nameof(velocity));
        ThrowIfOutside(channel, 0, 15, nameof(channel));
        (Start, Length, Pitch, Velocity, Channel) = (start, length, pitch, velocity, channel);
    }

    /// <summary>Tick at which the note starts.</summary>
    public long Start { get; }

    /// <summary>Ticks that it lasts.</summary>
    public long Length { get; }

    /// <summary>0 to 127; 60 is middle C.</summary>
    public int Pitch { get; }

    /// <summary>1 to 127.</summary>
    public int Velocity { get; }

    /// <summary>0 to 15.</summary>
    public int Channel { get; }

    /// <summary>Tick at which the note ends.</summary>
    public long End => Start + Length;

    private static void ThrowIfOutside(int value, int least, int most, string name)
    {
        if (value < least || value > most)
            throw new ArgumentOutOfRangeException(name, value, $"The {name} of a note lies between {least} and {most}.");
    }
}
