using Cymatic.Signal;

namespace Cymatic.Media;

/// <summary>A sound as it was read, and what a listener should know about the file.</summary>
/// <param name="Sound">The samples.</param>
/// <param name="Remarks">One sentence for each thing that was repaired or is missing; empty for a sound file in order.</param>
public sealed record AudioReading(Sound Sound, IReadOnlyList<string> Remarks);
