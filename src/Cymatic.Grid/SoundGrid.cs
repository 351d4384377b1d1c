using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>What was found in a song: its unique sounds in row order, and every time one of them plays.</summary>
public sealed record SoundGrid
{
    private readonly Lazy<Sound?>? _background;

    /// <summary>Length of the song in seconds.</summary>
    public required double Duration { get; init; }

    /// <summary>The method that made the grid: "waveform", "timbre" or "nmf".</summary>
    public required string Method { get; init; }

    /// <summary>The unique sounds; a sound's index is its row, 0 at the top; neighbours are similar.</summary>
    public required IReadOnlyList<GridSound> Sounds { get; init; }

    /// <summary>Every playing of a sound, by onset.</summary>
    public required IReadOnlyList<GridEvent> Events { get; init; }

    /// <summary>Quarter notes a minute, when a steady pulse was found or told.</summary>
    public double? Bpm { get; init; }

    /// <summary>Time of the first beat in seconds, when <see cref="Bpm"/> is known.</summary>
    public double FirstBeat { get; init; }

    /// <summary>A recorded loop that plays under the sounds, as long as the song, or null; it has no row.</summary>
    /// <remarks>It takes as much memory as the song, and is made when it is asked for.</remarks>
    public Sound? Background
    {
        get => _background?.Value;
        init => _background = value is null ? null : new(() => value);
    }

    /// <summary>The same, before it is made.</summary>
    internal Lazy<Sound?>? LateBackground
    {
        init => _background = value;
    }

    /// <summary>Sentences for the user: what was decided and why.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}

/// <summary>One unique sound: a row of the grid.</summary>
/// <param name="Name">A short name, unique in its grid, from what it sounds like ("kick", "pluck A3", "high noise 2").</param>
/// <param name="Layer">The part of the song in which it was found: "mix", "harmonic" or "percussive".</param>
/// <param name="CentroidHz">Energy-weighted mean frequency of its first 300 ms.</param>
public sealed record GridSound(string Name, string Layer, double CentroidHz);

/// <summary>One playing of a sound: a block of the grid.</summary>
/// <param name="Onset">Start in seconds.</param>
/// <param name="Offset">End in seconds, after <paramref name="Onset"/>.</param>
/// <param name="Row">Index into <see cref="SoundGrid.Sounds"/>.</param>
/// <param name="LevelDb">RMS level of the block in dB of full scale.</param>
public readonly record struct GridEvent(double Onset, double Offset, int Row, double LevelDb);
