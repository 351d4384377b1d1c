using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>Options of <see cref="Composite"/>.</summary>
public sealed record CompositeOptions
{
    /// <summary>Width and height in pixels; null for those of the first layer with pictures.</summary>
    public (int Width, int Height)? Size { get; init; }

    /// <summary>What is seen where no layer is; an opaque colour makes the composite opaque.</summary>
    public Color Background { get; init; } = Color.Transparent;

    /// <summary>How long it lasts, in seconds; null until the last layer ends that has an end.</summary>
    public double? Duration { get; init => field = value is { } seconds ? Require.Positive(seconds) : null; }
}
