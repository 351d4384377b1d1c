using Cymatic.Media;
using Cymatic.Mosaic;

namespace Cymatic.Workflows;

/// <summary>Which files become a corpus, and how they are cut.</summary>
public sealed record CorpusRequest
{
    /// <summary>Any audio or video files, at least one.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>How they are cut and heard. <see cref="Rate"/> goes before the rate in here.</summary>
    public CorpusOptions Options { get; init; } = new();

    /// <summary>Units a second; null: the frame rate of the first file with a picture, 25 where there is none.</summary>
    public FrameRate? Rate { get; init; }

    /// <summary>Leave out files that cannot be read, and say which.</summary>
    public bool Lenient { get; init; }
}
