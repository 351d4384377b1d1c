namespace Cymatic.Media;

/// <summary>Says of a clip that its pictures are those of a file, unchanged, at other times.</summary>
/// <param name="Source">The file.</param>
/// <param name="Map">The file's time, as its clip counts it, for a time of the clip.</param>
internal sealed record FileStretch(VideoSource Source, Func<double, double> Map);
