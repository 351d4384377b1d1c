namespace Cymatic.Media;

/// <summary>What was written.</summary>
/// <param name="Frames">Pictures in the file; 0 for a sound alone.</param>
/// <param name="Rate">Their rate; null for a sound alone.</param>
/// <param name="Encoder">The encoder of the pictures as ffmpeg calls it, or of the sound when there are none.</param>
/// <param name="Remarks">A sentence for each thing that is not as it was asked for: a hardware encoder that does not work here.</param>
public sealed record WrittenMovie(long Frames, FrameRate? Rate, string Encoder, IReadOnlyList<string> Remarks);
