using Cymatic.Signal;

namespace Cymatic.Music;

/// <summary>A Standard MIDI File as it stands: every event of every track. <see cref="ToScore"/> makes music of it.</summary>
/// <remarks>Standard MIDI Files 1.0 (MIDI Manufacturers Association, RP-001); the RIFF wrapper RMID is read too.</remarks>
public sealed record MidiFile
{
    /// <summary>0: one track. 1: tracks that play together. 2: tracks that are sequences of their own.</summary>
    public int Format
    {
        get;
        init => field = value is >= 0 and <= 2 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The format of a MIDI file is 0, 1 or 2.");
    } = 1;

    /// <summary>What a tick is.</summary>
    public required MidiDivision Division { get; init; }

    /// <summary>The tracks; exactly one in format 0.</summary>
    public required IReadOnlyList<MidiTrack> Tracks { get; init; }

    /// <summary>What a lenient reader repaired: a sentence each.</summary>
    public IReadOnlyList<string> Repairs { get; init; } = [];

    /// <summary>Pieces of music in the file: the number of tracks in format 2, else 1.</summary>
    public int Sequences => Format == 2 ? Tracks.Count : 1;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Strict when null.</param>
    /// <exception cref="MalformedFileException">The file is not a MIDI file, or is damaged.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static MidiFile Read(string path, MidiReadOptions? options = null)
    {
        long length = new FileInfo(path).Length;
        if (length > MidiReader.MaximumLength)
            throw new MalformedFileException(path, 0, "size of the file", $"at most {MidiReader.MaximumLength} bytes", $"{length}");
        return Parse(File.ReadAllBytes(path), path, options);
    }

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="path">The name that error messages carry.</param>
    /// <param name="options">Strict when null.</param>
    /// <exception cref="MalformedFileException">The bytes are not a MIDI file, or are damaged.</exception>
    public static MidiFile Parse(byte[] bytes, string path, MidiReadOptions? options = null) =>
        new MidiReader(bytes, new MidiFaults(path, (options ?? new()).Lenient)).Read();

    /// <summary>The file's bytes.</summary>
    /// <exception cref="ArgumentException">The tracks cannot be written: events out of order, values out of range.</exception>
    public byte[] ToBytes() => MidiWriter.Write(this);

    /// <summary>The music of the file.</summary>
    /// <param name="sequence">Which piece, from 0; others than 0 exist in format 2 alone.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such piece.</exception>
    public Score ToScore(int sequence = 0) => ScoreFromMidi.Convert(this, sequence);
}

/// <summary>One track of a MIDI file.</summary>
/// <param name="Events">Every event but the end of track, by tick.</param>
/// <param name="End">The tick at which the track ends, at or after the last event.</param>
public sealed record MidiTrack(IReadOnlyList<MidiEvent> Events, long End);

/// <summary>How a MIDI file is read.</summary>
public sealed record MidiReadOptions
{
    /// <summary>Repair what can be repaired and list it in <see cref="MidiFile.Repairs"/>, rather than refuse a damaged file.</summary>
    public bool Lenient { get; init; }
}
