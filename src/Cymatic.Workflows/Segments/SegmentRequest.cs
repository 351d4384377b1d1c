namespace Cymatic.Workflows;

/// <summary>What to make of a song's structure.</summary>
public sealed record SegmentRequest
{
    /// <summary>Any audio or video file.</summary>
    public required string Song { get; init; }

    /// <summary>The files to write; each one's kind follows its extension (<see cref="SegmentWorkflow.Extensions"/>).</summary>
    public IReadOnlyList<string> Outputs { get; init; } = [];

    /// <summary>How many kinds of segments there are: one number for each level, rising from 2 on. Null: as many as fit best.</summary>
    /// <exception cref="ArgumentException">No number, one below 2, or numbers that do not rise.</exception>
    public IReadOnlyList<int>? Clusters { get; init => field = new Signal.StructureOptions { Clusters = value }.Clusters; }

    /// <summary>Beats of a fragment, 1 or 2; null for segments of any length.</summary>
    public int? FragmentBeats
    {
        get;
        init => field = value is null or 1 or 2 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A fragment is 1 or 2 beats long.");
    }

    /// <summary>What pictures show.</summary>
    public SegmentFigure Figure { get; init; } = SegmentFigure.All;

    /// <summary>The title above pictures; the song's file name when null.</summary>
    public string? Title { get; init; }

    /// <summary>Whether pictures and movies are dark; light pictures and dark movies when null.</summary>
    public bool? IsDark { get; init; }
}
