using Cymatic.Media;
using Cymatic.Mosaic;

namespace Cymatic.Workflows;

/// <summary>A mosaic's plan and what its readers want to know beside it: what every writer of a list is given.</summary>
public sealed record MosaicDocument
{
    /// <summary>Which piece of which source sounds when.</summary>
    public required MosaicPlan Plan { get; init; }

    /// <summary>The plan's runs: <see cref="PlanRun.Of"/>.</summary>
    public required IReadOnlyList<PlanRun> Runs { get; init; }

    /// <summary>The target's file.</summary>
    public required string Target { get; init; }

    /// <summary>Name of the mosaic, for people.</summary>
    public required string Title { get; init; }

    /// <summary>Frames a second of the movie, which lists of cuts count in.</summary>
    public required FrameRate Rate { get; init; }

    /// <summary>Columns and rows of the movie.</summary>
    public required (int Width, int Height) Size { get; init; }

    /// <summary>Number of frames of the movie.</summary>
    public long FrameCount => Math.Max(1, Rate.FramesIn(Plan.Duration));

    /// <summary>A source's name, for people.</summary>
    public string NameOf(int source) => Path.GetFileName(Plan.Sources[source].Path);
}
