namespace Cymatic.Grid;

/// <summary>One playing of a sound as samples, before rows have names.</summary>
/// <param name="Start">First sample that can be heard.</param>
/// <param name="Label">Which sound.</param>
/// <param name="Longest">Samples after which the sound is over, or null when only the audio can tell.</param>
internal readonly record struct WaveformEvent(int Start, int Label, int? Longest)
{
    /// <summary>Energy of the sound alone in its first 100 ms, whitened; 0 where it is not known.</summary>
    public double Strength { get; init; }
}
