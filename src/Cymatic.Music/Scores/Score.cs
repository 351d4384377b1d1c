using Cymatic.Signal;

namespace Cymatic.Music;

/// <summary>A piece of music: tracks of notes in ticks, and the map from ticks to seconds.</summary>
public sealed record Score
{
    /// <summary>The piece's name, or empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>From ticks to seconds and back; says what a tick is.</summary>
    public required TempoMap Tempo { get; init; }

    /// <summary>The parts, in the order of the file.</summary>
    public required IReadOnlyList<Track> Tracks { get; init; }

    /// <summary>Changes of the bar, by tick.</summary>
    public IReadOnlyList<TimeSignature> TimeSignatures { get; init; } = [];

    /// <summary>Changes of the key, by tick.</summary>
    public IReadOnlyList<KeySignature> KeySignatures { get; init; } = [];

    /// <summary>Named places, by tick.</summary>
    public IReadOnlyList<Marker> Markers { get; init; } = [];

    /// <summary>The tick at which the last note ends; 0 without notes.</summary>
    public long End => Tracks.SelectMany(track => track.Notes).Select(note => note.End).DefaultIfEmpty(0).Max();

    /// <summary>Seconds to the end of the last note.</summary>
    public double Duration => Tempo.ToSeconds(End);

    /// <summary>The times at which notes start, in seconds: rising, each once.</summary>
    public IReadOnlyList<double> Onsets =>
        [.. Tracks.SelectMany(track => track.Notes).Select(note => note.Start).Distinct().Order().Select(Tempo.ToSeconds)];

    /// <summary>Reads a Standard MIDI File; of format 2 the first sequence.</summary>
    /// <exception cref="MalformedFileException">The file is not a MIDI file, or is damaged.</exception>
    public static Score Read(string path, MidiReadOptions? options = null) => MidiFile.Read(path, options).ToScore();

    /// <summary>The piece as a MIDI file of format 1: a conductor track and one track for each of <see cref="Tracks"/>.</summary>
    /// <remarks>MIDI cannot tell two notes of one pitch apart that sound together on one channel: their ends may change places.</remarks>
    public MidiFile ToMidi() => ScoreToMidi.Convert(this);
}

/// <summary>One part of a piece.</summary>
public sealed record Track
{
    /// <summary>The part's name, or empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>The notes, by start.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>Everything else on the part's channels, by tick: programs, controllers, pitch bends, pressure.</summary>
    public IReadOnlyList<ChannelEvent> Changes { get; init; } = [];
}

/// <summary>From a tick on, bars of this many notes of this value.</summary>
/// <param name="Tick">Where it begins.</param>
/// <param name="Numerator">Notes in a bar, 1 to 255.</param>
/// <param name="Denominator">The note's value: a power of two, 1 to 32768.</param>
public readonly record struct TimeSignature(long Tick, int Numerator, int Denominator);

/// <summary>From a tick on, this key.</summary>
/// <param name="Tick">Where it begins.</param>
/// <param name="Sharps">−7 (seven flats) to 7 (seven sharps).</param>
/// <param name="IsMinor">Minor rather than major.</param>
public readonly record struct KeySignature(long Tick, int Sharps, bool IsMinor);

/// <summary>A named place.</summary>
/// <param name="Tick">Where it is.</param>
/// <param name="Text">Its name.</param>
public readonly record struct Marker(long Tick, string Text);
