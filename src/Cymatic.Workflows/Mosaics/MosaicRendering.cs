namespace Cymatic.Workflows;

/// <summary>What to make of a plan.</summary>
public sealed record MosaicRendering
{
    /// <summary>The target: any audio or video file.</summary>
    public required string Target { get; init; }

    /// <summary>The files to write; each one's kind follows its extension (<see cref="MosaicWorkflow.Extensions"/>).</summary>
    public IReadOnlyList<string> Outputs { get; init; } = [];

    /// <summary>A folder that gets a WAV file of each source's share; it is made when it is missing.</summary>
    public string? StemsFolder { get; init; }

    /// <summary>What the mosaic sounds like.</summary>
    public MosaicSoundOptions Sound { get; init; } = new();

    /// <summary>What its movie looks like.</summary>
    public MosaicPictureOptions Picture { get; init; } = new();

    /// <summary>Its name; the target's file name when null.</summary>
    public string? Title { get; init; }
}
