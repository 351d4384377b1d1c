using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>The waveform of one row.</summary>
/// <param name="Row">Index into <see cref="SoundGrid.Sounds"/>.</param>
/// <param name="Sound">The sound by itself, with the song's rate and channels, without silence around it, faded at its end.</param>
/// <param name="SameWaveform">
/// True when the row's blocks play this very waveform with some gain; false when they only sound like it: then it is one of
/// the occurrences, and a rebuilt song has it at the level of each block.
/// </param>
public sealed record OneShot(int Row, Sound Sound, bool SameWaveform);

/// <summary>One playing of a one-shot.</summary>
/// <param name="Event">Index into <see cref="SoundGrid.Events"/>.</param>
/// <param name="Row">Index into <see cref="OneShotSet.Shots"/>.</param>
/// <param name="Start">The song's sample at which the one-shot's first sample lies; may be negative.</param>
/// <param name="Length">How many samples of the one-shot are played, from its first: fewer than it has where the sound was cut off.</param>
/// <param name="Gains">What each channel of the one-shot is multiplied with, 0 or more.</param>
public sealed record OneShotEvent(int Event, int Row, int Start, int Length, IReadOnlyList<float> Gains);

/// <summary>The waveforms of a grid's rows with the places and gains at which they make up the song.</summary>
public sealed class OneShotSet
{
    private readonly Sound? _background;
    private readonly int _length;

    internal OneShotSet(IReadOnlyList<OneShot> shots, IReadOnlyList<OneShotEvent> events, (int Length, Sound? Background) song)
    {
        Shots = shots;
        Events = events;
        (_length, _background) = song;
    }

    /// <summary>One for each row of the grid, in row order.</summary>
    public IReadOnlyList<OneShot> Shots { get; }

    /// <summary>One for each event of the grid, in its order.</summary>
    public IReadOnlyList<OneShotEvent> Events { get; }

    /// <summary>
    /// Energy of (song − rebuilt song) relative to the song's, in dB: −∞ when it is rebuilt exactly, 0 for a silent song.
    /// </summary>
    public double ResidualDb { get; internal init; }

    /// <summary>The same relative to the song without its background loop; equal to <see cref="ResidualDb"/> when there is none.</summary>
    public double ForegroundResidualDb { get; internal init; }

    /// <summary>The song made anew: the background loop, if any, and every one-shot with its gains where it plays.</summary>
    /// <returns>A sound of the song's length, rate and channels.</returns>
    public Sound Rebuild()
    {
        if (Shots.Count == 0)
            throw new InvalidOperationException("A grid without sounds rebuilds nothing.");
        Sound model = Shots[0].Sound;
        var channels = new float[model.Channels][];
        for (int c = 0; c < channels.Length; c++)
        {
            channels[c] = new float[_length];
            _background?[c].CopyTo(channels[c]);
            foreach (OneShotEvent played in Events)
                Overlap.Add(Shots[played.Row].Sound[c][..played.Length], played.Gains[c], channels[c], played.Start);
        }

        return new Sound(channels, model.SampleRate);
    }
}
