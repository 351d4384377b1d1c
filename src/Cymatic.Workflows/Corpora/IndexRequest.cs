using Cymatic.Media;
using Cymatic.Mosaic;

namespace Cymatic.Workflows;

/// <summary>Which files become an index, or are added to one.</summary>
public sealed record IndexRequest
{
    /// <summary>Any audio or video files; none where an index is only taken up again or relocated.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>The index' folder; one that is there is added to.</summary>
    public required string Folder { get; init; }

    /// <summary>How units are cut. <see cref="Rate"/> goes before the rate in here.</summary>
    public CorpusOptions Options { get; init; } = new();

    /// <summary>Units a second; null: as the index that is there, else the frame rate of the first file with a picture, else 25.</summary>
    public FrameRate? Rate { get; init; }

    /// <summary>Keep what is seen, too: mosaics that weigh it need not look again.</summary>
    public bool Pictures { get; init; }

    /// <summary>A folder in which files that have moved lie now, each under its old name.</summary>
    public string? Relocate { get; init; }

    /// <summary>Leave out files that cannot be read, and say which.</summary>
    public bool Lenient { get; init; }
}

/// <summary>What became of an index.</summary>
/// <param name="Folder">Where it lies.</param>
/// <param name="Sources">Files in it.</param>
/// <param name="Added">Files that were decoded now.</param>
/// <param name="Units">Units of all files.</param>
/// <param name="Seconds">Length of all files.</param>
/// <param name="Remarks">What was left out or repaired, in sentences.</param>
public sealed record IndexResult(string Folder, int Sources, int Added, int Units, double Seconds, IReadOnlyList<string> Remarks);
