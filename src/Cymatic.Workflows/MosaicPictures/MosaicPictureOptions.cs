using Cymatic.Media;

namespace Cymatic.Workflows;

/// <summary>What the movie of a mosaic looks like.</summary>
public sealed record MosaicPictureOptions
{
    /// <summary>Columns and rows; null is the size of the source that is seen for longest.</summary>
    public (int Width, int Height)? Size
    {
        get;
        init => field = value is null or { Width: >= 16 and <= 7680, Height: >= 16 and <= 4320 } ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A movie's sides lie between 16 and 7680 × 4320 pixels.");
    }

    /// <summary>Frames a second; null is the rate of the source that is seen for longest.</summary>
    public FrameRate? Rate { get; init; }

    /// <summary>How pictures of another shape come into the movie.</summary>
    public PictureFit Fit { get; init; } = PictureFit.Letterbox;

    /// <summary>How one picture goes over into the next.</summary>
    public PictureTransition Transition { get; init; } = PictureTransition.Cut;

    /// <summary>Length of a dissolve in seconds, 0.02 to 5; at most as long as the shorter of both pieces.</summary>
    public double DissolveSeconds
    {
        get;
        init => field = value is >= 0.02 and <= 5 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A dissolve lasts from 0.02 to 5 seconds.");
    } = 0.2;

    /// <summary>Whether the name of the source is written into each picture.</summary>
    public bool Captions { get; init; }
}
