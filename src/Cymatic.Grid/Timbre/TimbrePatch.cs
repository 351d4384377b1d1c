namespace Cymatic.Grid;

/// <summary>
/// What is known of a sound's spectrum in its first quarter of a second: for each cell a level that it has at least and one that it has
/// at most. Where the sounds before still ring, only the upper bound is known.
/// </summary>
/// <param name="Least">Levels in dB above the floor, frame by frame; 0 at the floor and where nothing is known.</param>
/// <param name="Most">Upper bounds, likewise.</param>
/// <param name="Frames">Frames until the next onset, of those that are compared.</param>
internal sealed record TimbrePatch(float[] Least, float[] Most, int Frames);
