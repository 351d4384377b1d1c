namespace Cymatic.Signal;

/// <summary>The fundamental frequency of a voice over time.</summary>
/// <param name="Hz">For each frame; NaN where there is no pitch.</param>
/// <param name="VoicedProbability">For each frame how likely it is that there is a pitch, 0 to 1; empty when it was not asked for.</param>
/// <param name="Grid">When the frames are.</param>
public sealed record PitchTrack(float[] Hz, float[] VoicedProbability, FrameGrid Grid);
